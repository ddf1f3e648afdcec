//! Where a log or a lock is kept, as an operator writes it: `sqlite:PATH` or `postgres://…`.

use std::fmt;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use sqlx::postgres::{PgConnectOptions, PgSslMode};

/// What an address of PostgreSQL may say after its `?`. A word that the driver does not know it would write into the log, with
/// what follows: a password, if that is what was spelt wrongly.
const PARAMETERS: &[&str] = &[
    "application_name",
    "dbname",
    "host",
    "hostaddr",
    "options",
    "password",
    "port",
    "sslcert",
    "sslkey",
    "sslmode",
    "sslrootcert",
    "user",
];

/// A database.
#[derive(Clone, Debug)]
pub enum StoreLocation {
    /// A file of SQLite.
    File(PathBuf),
    /// A database of PostgreSQL, or of something that speaks like it.
    Postgres(Server),
}

/// How a database of PostgreSQL is reached. It shows everything but the password.
#[derive(Clone)]
pub struct Server(pub(crate) Box<PgConnectOptions>);

impl fmt::Debug for Server {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Server({self})")
    }
}

impl fmt::Display for Server {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (user, port) = (self.0.get_username(), self.0.get_port());
        write!(f, "postgres://{user}@")?;
        match self.0.get_socket() {
            Some(folder) => write!(f, "{}", folder.display())?,
            None => f.write_str(self.0.get_host())?,
        }
        write!(f, ":{port}/{}", self.database())
    }
}

impl fmt::Display for StoreLocation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            StoreLocation::File(path) => write!(f, "{}", path.display()),
            StoreLocation::Postgres(server) => write!(f, "{server}"),
        }
    }
}

impl Server {
    /// The database's name; the user's if nobody says.
    fn database(&self) -> &str {
        self.0.get_database().unwrap_or_else(|| self.0.get_username())
    }

    /// Whether it is reached without a network that somebody else could sit in.
    fn is_here(&self) -> bool {
        let host = self.0.get_host();
        self.0.get_socket().is_some()
            || ["localhost", "127.0.0.1", "::1", "[::1]"].contains(&host)
            || host.starts_with('/')
    }
}

impl StoreLocation {
    /// Whether two addresses are visibly of one database. That two may be that look different is found out when both are open.
    pub fn is_of(&self, other: &StoreLocation) -> bool {
        let whole = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
        match (self, other) {
            (StoreLocation::File(one), StoreLocation::File(other)) => whole(one) == whole(other),
            (StoreLocation::Postgres(one), StoreLocation::Postgres(other)) => {
                let at = |server: &Server| {
                    let socket = server.0.get_socket().cloned();
                    (
                        socket,
                        server.0.get_host().to_owned(),
                        server.0.get_port(),
                        server.database().to_owned(),
                    )
                };
                at(one) == at(other)
            }
            (StoreLocation::File(_), StoreLocation::Postgres(_))
            | (StoreLocation::Postgres(_), StoreLocation::File(_)) => false,
        }
    }
}

impl FromStr for StoreLocation {
    type Err = String;

    /// # Errors
    /// What is wrong with it, without a word of what it says.
    fn from_str(url: &str) -> Result<Self, String> {
        if let Some(path) = url.strip_prefix("sqlite:") {
            return Ok(StoreLocation::File(PathBuf::from(path.strip_prefix("//").unwrap_or(path))));
        }
        if !url.starts_with("postgres://") && !url.starts_with("postgresql://") {
            return Err("a database's address is sqlite:PATH or postgres://USER@HOST/DATABASE".to_owned());
        }
        let (_, parameters) = url.split_once('?').unwrap_or((url, ""));
        let names = parameters.split('&').filter(|said| !said.is_empty()).map(|said| said.split('=').next());
        if names.flatten().any(|name| !PARAMETERS.contains(&name)) {
            let known = PARAMETERS.join(", ");
            return Err(format!("the address of PostgreSQL has a parameter that is none of these: {known}"));
        }
        let options = PgConnectOptions::from_str(url)
            .map_err(|_| "the address of PostgreSQL is not of the form postgres://USER@HOST/DATABASE; what is special in a \
                 password is written with % and two digits".to_owned())?;
        let server = Server(Box::new(options));
        // Over a network the driver would settle for an unknown certificate, or none, unless somebody has said that it may.
        if !server.is_here() && matches!(server.0.get_ssl_mode(), PgSslMode::Prefer | PgSslMode::Allow) {
            return Ok(StoreLocation::Postgres(Server(Box::new(server.0.ssl_mode(PgSslMode::VerifyFull)))));
        }
        Ok(StoreLocation::Postgres(server))
    }
}

#[cfg(test)]
mod tests {
    use super::{PgSslMode, Server, StoreLocation};

    fn server(url: &str) -> Server {
        match url.parse() {
            Ok(StoreLocation::Postgres(server)) => server,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn no_address_shows_its_password() {
        for url in ["postgres://li:ge%2Fheim@db/yishi", "postgres://li@db/yishi?password=ge%2Fheim"] {
            let server = server(url);
            assert_eq!(server.to_string(), "postgres://li@db:5432/yishi");
            let said = format!("{server} {server:?} {:?}", StoreLocation::Postgres(server.clone()));
            assert!(!said.contains("heim"), "{said}");
        }
        let wrong =
            ["postgres://li:geheim@db:port/x", "postgres://li@db/x?pasword=geheim", "mysql://li:geheim@db/x"];
        for url in wrong {
            let said = url.parse::<StoreLocation>().unwrap_err();
            assert!(!said.contains("geheim"), "{said}");
        }
    }

    #[test]
    fn whoever_is_asked_over_a_network_shows_whom_it_is() {
        let mode = |url| server(url).0.get_ssl_mode();
        assert!(matches!(mode("postgres://li@db/x"), PgSslMode::VerifyFull));
        assert!(matches!(mode("postgres://li@db/x?sslmode=require"), PgSslMode::Require));
        assert!(matches!(mode("postgres://li@localhost/x"), PgSslMode::Prefer));
        assert!(matches!(mode("postgres://li@%2Frun%2Fpostgresql/x"), PgSslMode::Prefer));
    }

    #[test]
    fn one_database_is_recognised_under_two_users() {
        let place = |url: &str| url.parse::<StoreLocation>().unwrap();
        let log = place("postgres://li:1@db/yishi");
        assert!(log.is_of(&place("postgresql://wang:2@db:5432/yishi?application_name=x")));
        assert!(!log.is_of(&place("postgres://li:1@db/lock")));
        assert!(place("sqlite:a.db").is_of(&place("sqlite://a.db")));
        assert!(!log.is_of(&place("sqlite:a.db")));
    }
}
