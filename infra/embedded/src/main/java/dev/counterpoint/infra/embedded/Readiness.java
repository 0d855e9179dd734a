package dev.counterpoint.infra.embedded;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Asks a server, in its own protocol, whether it answers. */
enum Readiness {
    /** An OPTIONS frame of the native protocol, version 4 (section 4.1.3), is answered by SUPPORTED. */
    CASSANDRA {
        @Override
        boolean ask(DataOutputStream out, DataInputStream in) throws IOException {
            out.write(new byte[] {0x04, 0x00, 0x00, 0x01, 0x05, 0, 0, 0, 0});
            out.flush();
            byte[] header = new byte[9];
            in.readFully(header);
            return header[4] == 0x06;
        }
    },
    /** An ApiVersions request, version 0, is answered with its own correlation id. */
    KAFKA {
        @Override
        boolean ask(DataOutputStream out, DataInputStream in) throws IOException {
            out.writeInt(10);
            out.writeShort(18);
            out.writeShort(0);
            out.writeInt(CORRELATION);
            out.writeShort(-1);
            out.flush();
            return in.readInt() > 4 && in.readInt() == CORRELATION;
        }
    };

    private static final int CORRELATION = 0x0c0ffee;
    private static final int TIMEOUT_MS = 2_000;

    abstract boolean ask(DataOutputStream out, DataInputStream in) throws IOException;

    boolean of(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MS);
            socket.setSoTimeout(TIMEOUT_MS);
            return ask(new DataOutputStream(socket.getOutputStream()), new DataInputStream(socket.getInputStream()));
        } catch (IOException notYet) {
            return false;
        }
    }
}
