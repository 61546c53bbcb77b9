package bench;

/**
 * A server to measure on.
 *
 * @param name what the table calls it
 * @param jdbc its JDBC URL, user and password included; its database is not touched, new ones are made beside it
 */
record ServerUrl(String name, String jdbc) {
    static ServerUrl of(String word, Words words) {
        int equals = word.indexOf("=jdbc:");
        if (equals < 1) {
            throw words.wrong("'" + word + "' is no NAME=jdbc:… of a server.");
        }
        return new ServerUrl(word.substring(0, equals), word.substring(equals + 1));
    }

    /** {@return the URL of another database of it} */
    String of(String database) {
        int path = jdbc.indexOf('/', jdbc.indexOf("://") + 3);
        int question = jdbc.indexOf('?');
        return jdbc.substring(0, path + 1) + database + (question < 0 ? "" : jdbc.substring(question));
    }

    /** {@return the URL as SQLAlchemy has it} Only PostgreSQL's is asked for. */
    String sqlAlchemy(String database) {
        var url = of(database).substring("jdbc:".length());
        var user = url.replaceAll(".*[?&]user=([^&]*).*", "$1");
        return url.replaceAll("\\?.*", "").replaceFirst("://", "+psycopg2://" + user + "@");
    }

    boolean isPostgres() {
        return jdbc.startsWith("jdbc:postgresql:");
    }
}
