// Users from a JSON file of names and plain passwords
//DEPS at.favre.lib:bcrypt:0.10.2

import at.favre.lib.crypto.bcrypt.BCrypt;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/**
 * Creates the users that are not there yet and gives the others a new password. To be run with {@code migrate run};
 * only hashes of the passwords are stored. Whoever gets a password this way has to change it.
 */
class Users implements Migration {
    /** As costly as the hashes that ResTrack makes itself. */
    private static final int COST = 12;

    @Option(names = "--file", required = true, paramLabel = "FILE", description = "{\"name\": \"password\", …}")
    Path file;

    @Option(names = "--domain", defaultValue = "example.org", paramLabel = "DOMAIN",
            description = "What follows name@ in the address of a new user (default: example.org).")
    String domain;

    @Override
    public void up(Op op) throws IOException {
        var users = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
        for (var name : users.keySet()) {
            var hash = hash(users.get(name).getAsString());
            int known = op.execute("""
                    UPDATE "user" SET password = ?, must_change_password = TRUE WHERE username = ?""", hash, name);
            if (known == 0) {
                op.execute("""
                        INSERT INTO "user" (username, email, password, must_change_password)
                        VALUES (?, ?, ?, TRUE)""", name, name + "@" + domain, hash);
            }
            System.out.println((known == 0 ? "new      " : "changed  ") + name);
        }
    }

    private static String hash(String password) {
        return BCrypt.with(BCrypt.Version.VERSION_2B).hashToString(COST, password.toCharArray());
    }
}
