package restrack.config;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keeps passwords out of whatever is printed. */
public final class Secrets {
    /** What is shown in a secret's place. */
    public static final String MASK = "***";
    private static final Pattern WORD = Pattern.compile("\\S+");

    private Secrets() {
    }

    /** {@return whether the name of a parameter, a setting or a placeholder says that its value is secret} */
    public static boolean isSecret(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return lower.contains("pass") || lower.contains("pwd") || lower.contains("secret") || lower.contains("token")
                || lower.equals("key") || lower.endsWith("_key") || lower.endsWith("-key") || lower.equals("hexkey");
    }

    /** {@return the text without the secret, as it is and as a URL would spell it} */
    static String mask(String text, String secret) {
        if (secret.isEmpty()) {
            return text;
        }
        var encoded = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        var masked = replace(text, secret);
        return encoded.equals(secret) ? masked : replace(replace(masked, encoded), encoded.replace("+", "%20"));
    }

    /** A secret of one to three letters is masked only where it is a word, or nothing could be read any more. */
    private static String replace(String text, String secret) {
        if (secret.length() > 3) {
            return text.replace(secret, MASK);
        }
        var out = new StringBuilder();
        var from = 0;
        for (var at = text.indexOf(secret); at >= 0; at = text.indexOf(secret, at + secret.length())) {
            if (!isWordAt(text, at - 1) && !isWordAt(text, at + secret.length())) {
                out.append(text, from, at).append(MASK);
                from = at + secret.length();
            }
        }
        return out.append(text, from, text.length()).toString();
    }

    private static boolean isWordAt(String text, int at) {
        return at >= 0 && at < text.length() && Character.isLetterOrDigit(text.charAt(at));
    }

    /** {@return a database URL without its passwords, whatever is wrong with it otherwise} */
    static String maskUrl(String url) {
        return maskParameters(maskUser(url));
    }

    /** {@return a command of the shell without the passwords in its URLs, its options and its variables} */
    static String maskCommand(String command) {
        return WORD.matcher(command).replaceAll(word -> Matcher.quoteReplacement(word.group().contains("://")
                ? maskUrl(word.group()) : maskParameters(word.group())));
    }

    private static String maskUser(String url) {
        var slashes = url.indexOf("://");
        boolean file = url.startsWith("jdbc:sqlite:") || url.startsWith("sqlite")
                && (slashes < 0 || url.startsWith("/", slashes + 3));
        if (file) {
            return url;
        }
        if (slashes >= 0) {
            var parts = UrlParts.of(url.substring(slashes + 3));
            return parts.password() == null ? maskWhatIsNoPort(url, slashes + 3)
                    : url.substring(0, slashes + 3) + parts.user() + ":" + MASK + "@" + parts.rest();
        }
        // No scheme that could be understood, or Oracle's user/password@host.
        var at = url.lastIndexOf('@');
        var keep = url.startsWith("jdbc:") ? url.indexOf(':', 5) + 1 : 0;
        return at < keep ? url : url.substring(0, keep) + MASK + url.substring(at);
    }

    /** Where the host was forgotten, the password stands where a port would: {@code postgresql://user:password}. */
    private static String maskWhatIsNoPort(String url, int start) {
        int end = start;
        while (end < url.length() && "/?".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        int colon = url.lastIndexOf(':', end - 1);
        boolean port = colon < start || UrlParts.isPort(url.substring(colon + 1, end))
                || url.indexOf(']', colon) >= 0;
        return port ? url : url.substring(0, colon + 1) + MASK + url.substring(end);
    }

    /** Masks {@code password=x} after a question mark, or between semicolons as SQL Server has it. */
    static String maskParameters(String url) {
        var out = new StringBuilder();
        var start = 0;
        for (var i = 0; i <= url.length(); i++) {
            if (i == url.length() || "?&;".indexOf(url.charAt(i)) >= 0) {
                var part = url.substring(start, i);
                var equals = part.indexOf('=');
                out.append(equals > 0 && isSecret(part.substring(0, equals))
                        ? part.substring(0, equals + 1) + MASK : part);
                if (i < url.length()) {
                    out.append(url.charAt(i));
                }
                start = i + 1;
            }
        }
        return out.toString();
    }
}
