package dev.counterpoint.infra.server.edge;

import java.beans.PropertyEditorSupport;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * Whole numbers in queries, written as JSON writes them: decimal, no spaces, no digits of other scripts, no zeros before. Editors, for
 * behind a converter that refuses, Spring asks its own editor, which knows hexadecimal digits too.
 */
@ControllerAdvice
class WholeNumbers {
    private static final Pattern FORM = Pattern.compile("-?(0|[1-9][0-9]{0,18})");

    @InitBinder
    void bind(WebDataBinder binder) {
        binder.registerCustomEditor(int.class, new Editor(Integer::valueOf));
        binder.registerCustomEditor(Integer.class, new Editor(Integer::valueOf));
        binder.registerCustomEditor(long.class, new Editor(Long::valueOf));
        binder.registerCustomEditor(Long.class, new Editor(Long::valueOf));
    }

    private static final class Editor extends PropertyEditorSupport {
        private final Function<String, Number> parse;

        Editor(Function<String, Number> parse) {
            this.parse = parse;
        }

        @Override
        public void setAsText(String text) {
            if (!FORM.matcher(text).matches()) {
                throw new NumberFormatException("no whole number");
            }
            setValue(parse.apply(text));
        }
    }
}
