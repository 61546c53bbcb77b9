package restrack.database.mariadb;

import java.sql.SQLException;
import java.util.Objects;
import java.util.regex.Pattern;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.config.DatabaseUrl;

/**
 * Says the errors of MariaDB and MySQL as sentences. The numbers are those of MariaDB's documentation, "MariaDB Error
 * Codes"; below 1000 they are the operating system's, from 2000 on the driver's.
 *
 * @param url         which database; its password is taken out of every message
 * @param interrupted whether we ourselves have stopped what ran
 */
record MariaErrors(DatabaseUrl url, boolean interrupted) {
    private static final Pattern CONNECTION = Pattern.compile("^\\(conn=-?\\d+\\) ");
    private static final Pattern LINE = Pattern.compile(" at line (\\d+)$");
    private static final Pattern PLACE = Pattern.compile("(.*):(\\d+)", Pattern.DOTALL);
    private static final String AGAIN = "Whether the last statement happened is not known until it is looked at: run "
            + "the command again, it finds out and goes on from there.";

    /**
     * {@return an error as the user should meet it}
     *
     * @param context  what was being done, or where the statement stands: {@code file:line}
     * @param blockers who holds locks, as a phrase; empty if that is not known
     */
    MigrateException explain(SQLException error, String context, String blockers) {
        var said = said(error);
        return switch (error.getErrorCode()) {
            case 1040, 1203, 1226 -> error(ErrorKind.CANNOT_OPEN, context, "the server takes no more connections ("
                    + said + ")", "Close some, or raise max_connections.", error);
            case 1044, 1045, 1130, 1698 -> error(ErrorKind.CANNOT_OPEN, context, "the server at " + url.display()
                    + " does not let this account in (" + said + ")", "Check user and password (`migrate config` shows "
                    + "where the URL comes from), and that the account may use the database from this machine.", error);
            case 1049 -> error(ErrorKind.CANNOT_OPEN, context, "there is no database " + database() + " at "
                    + url.display(), "Create it: CREATE DATABASE `" + database() + "` CHARACTER SET utf8mb4;", error);
            case 1142, 1143, 1227, 1370 -> error(ErrorKind.DATABASE_ERROR, context, said, "Grant the account what is "
                    + "missing, or run scripts with one that has it.", error);
            case 1418, 1419 -> error(ErrorKind.DATABASE_ERROR, context, said, "With the binary log on, routines have "
                    + "to say DETERMINISTIC, NO SQL or READS SQL DATA, and accounts without SUPER make triggers only "
                    + "with log_bin_trust_function_creators = 1.", error);
            case Packet.TOO_LARGE -> error(ErrorKind.DATABASE_ERROR, context, said,
                    "Raise max_allowed_packet on the server, then run the command again; or split it.", error);
            case 1205 -> error(ErrorKind.BUSY, context, "a table or a row is locked "
                    + (blockers.isEmpty() ? "by somebody else" : "by " + blockers)
                    + ", and stayed so for the whole lock timeout", "Try again when it is done, or wait longer with "
                    + "--lock-timeout." + (blockers.isEmpty() ? " With the privilege PROCESS the toolkit could see "
                    + "who it is." : ""), error);
            case 1213 -> error(ErrorKind.BUSY, context, "the server ended a deadlock by rolling this transaction back",
                    "Nothing of it stands. Run the command again.", error);
            case 1317 -> interrupted ? error(ErrorKind.INTERRUPTED, context, "interrupted",
                    "`migrate status` shows what stands.", error)
                    : error(ErrorKind.DATABASE_ERROR, context, "somebody has stopped the statement (KILL QUERY)",
                            "Run the command again.", error);
            case 1792, 1836 -> readOnly(error, context, said);
            case 1290 -> said.contains("read-only") || said.contains("read_only") ? readOnly(error, context, said)
                    : error(ErrorKind.DATABASE_ERROR, context, said, "", error);
            case 28, 1021, 1114 -> full(error, context, said);
            default -> other(error, context, said);
        };
    }

    private MigrateException other(SQLException error, String context, String said) {
        if (said.contains("rrcode: 28 ") || said.contains("error 28 ") || said.contains("errno: 28 ")) {
            return full(error, context, said);
        }
        boolean connection = Objects.requireNonNullElse(error.getSQLState(), "").startsWith("08");
        if (connection && (said.contains("SSL") || said.contains("TLS") || said.contains("certificate"))) {
            return error(ErrorKind.CANNOT_OPEN, context, "no encrypted connection to " + url.display()
                    + " comes about (" + said + ")", "MariaDB's driver wants TLS. For a server on this machine or in "
                    + "a network that you trust, end the URL with ?sslMode=disable; else with "
                    + "?sslMode=verify-full&serverSslCert=/path/to/ca.pem, which checks whose server it is.", error);
        }
        if (connection && (said.contains("fail to connect") || said.contains("Could not connect"))) {
            return error(ErrorKind.CANNOT_OPEN, context, "no server answers at " + url.display() + " (" + said + ")",
                    "Check host and port, and that the server runs.", error);
        }
        if (connection || isLost(error.getErrorCode())) {
            return error(ErrorKind.CONNECTION_LOST, context, "the connection to " + url.display() + " was lost (" + said
                    + ")", AGAIN, error);
        }
        var line = LINE.matcher(said);
        var place = PLACE.matcher(context);
        if (line.find() && place.matches()) {
            int at = Integer.parseInt(place.group(2)) + Integer.parseInt(line.group(1)) - 1;
            // A name in quotes is where MariaDB stops reading.
            var hint = said.contains("near '\"") ? "\"x\" is a string in MariaDB: write names as `x`." : "";
            return error(ErrorKind.DATABASE_ERROR, place.group(1) + ":" + at, said.substring(0, line.start()), hint,
                    error);
        }
        return error(ErrorKind.DATABASE_ERROR, context, said, "", error);
    }

    /** The server shuts down, the connection was killed, the network failed. */
    private static boolean isLost(int code) {
        return code == 1053 || code == 1927 || code >= 1158 && code <= 1161 || code == 2006 || code == 2013
                || code == 4031;
    }

    private MigrateException readOnly(SQLException error, String context, String said) {
        return error(ErrorKind.READ_ONLY, context, url.display() + " cannot be written to (" + said + ")",
                "Take the URL of the primary server, or end read_only there.", error);
    }

    private MigrateException full(SQLException error, String context, String said) {
        return error(ErrorKind.DISK_FULL, context, "the server's disk is full, or a table has reached its largest size "
                + "(" + said + ")", "Make room, then run the command again.", error);
    }

    private String database() {
        return url.jdbc().replaceFirst("^[^?]*/", "").replaceFirst("\\?.*", "");
    }

    /** {@return what the driver says, without what only it understands} */
    private String said(SQLException error) {
        var message = CONNECTION.matcher(Objects.requireNonNullElse(error.getMessage(), "no reason was given"))
                .replaceFirst("").strip();
        return url.mask(message.endsWith(".") ? message.substring(0, message.length() - 1) : message);
    }

    private static MigrateException error(ErrorKind kind, String context, String what, String hint,
                                          SQLException cause) {
        return new MigrateException(kind, context + ": " + what + ".", hint, cause);
    }
}
