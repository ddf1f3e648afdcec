//! Slow, greedy and half-hearted clients on real connections.

use std::net::SocketAddr;
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use yishi_server::serving::{Bounds, serve};
use yishi_tests::post_office::PostOffice;

/// So short that it has passed, and so long that it has not.
const SHORT: Duration = Duration::from_millis(30);
const LONG: Duration = Duration::from_mins(10);

struct Served {
    address: SocketAddr,
    stop: oneshot::Sender<()>,
    serving: JoinHandle<std::io::Result<()>>,
    office: PostOffice,
}

async fn served(bounds: Bounds) -> Served {
    let office = PostOffice::founded().await.unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (stop, stopped) = oneshot::channel::<()>();
    let router = office.router.clone();
    let serving = tokio::spawn(serve(listener, router, bounds, async { stopped.await.unwrap_or_default() }));
    Served { address, stop, serving, office }
}

const PATIENT: Bounds = Bounds {
    connections: 16,
    per_address: 16,
    head_time: LONG,
    body_time: LONG,
    end_time: LONG,
    behind_proxy: false,
};

async fn all(stream: &mut TcpStream) -> String {
    let mut bytes = Vec::new();
    // A connection that is cut off may say so as an error; what had come is there all the same.
    drop(stream.read_to_end(&mut bytes).await);
    String::from_utf8(bytes).unwrap()
}

/// Asks for the health of the server from an address of this machine.
async fn asks_from(served: &Served, from: &str) -> TcpStream {
    let socket = TcpSocket::new_v4().unwrap();
    socket.bind(format!("{from}:0").parse().unwrap()).unwrap();
    let mut stream = socket.connect(served.address).await.unwrap();
    stream.write_all(b"GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n").await.unwrap();
    stream
}

/// The beginning of the answer; empty if the connection was closed without one.
async fn status(stream: &mut TcpStream) -> String {
    let mut bytes = [0; 15];
    match stream.read_exact(&mut bytes).await {
        Ok(_) => String::from_utf8(bytes.to_vec()).unwrap(),
        Err(_) => String::new(),
    }
}

#[tokio::test]
async fn half_a_head_and_an_idle_connection_are_given_up() {
    let served = served(Bounds { head_time: SHORT, ..PATIENT }).await;
    let mut half = TcpStream::connect(served.address).await.unwrap();
    half.write_all(b"GET /healthz HTTP/1.1\r\nhost: ").await.unwrap();
    all(&mut half).await;
    let mut idle = asks_from(&served, "127.0.0.1").await;
    assert!(
        all(&mut idle).await.starts_with("HTTP/1.1 200"),
        "it is answered, and ends when nothing more comes"
    );
}

#[tokio::test]
async fn half_a_body_is_given_up_and_may_be_sent_again() {
    let served = served(Bounds { body_time: SHORT, ..PATIENT }).await;
    let mut stream = TcpStream::connect(served.address).await.unwrap();
    let head = format!(
        "POST /api/estates/{}/entries HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\n\r\n{{",
        served.office.estate
    );
    stream.write_all(head.as_bytes()).await.unwrap();
    let answer = all(&mut stream).await;
    assert!(answer.starts_with("HTTP/1.1 503") && answer.contains("UNAVAILABLE"), "{answer}");
}

#[tokio::test]
async fn one_address_cannot_have_every_connection() {
    let served = served(Bounds { per_address: 2, ..PATIENT }).await;
    let mut greedy = Vec::new();
    for _ in 0..2 {
        let mut stream = asks_from(&served, "127.0.0.1").await;
        assert_eq!(status(&mut stream).await, "HTTP/1.1 200 OK");
        greedy.push(stream);
    }
    assert_eq!(status(&mut asks_from(&served, "127.0.0.1").await).await, "", "one too many");
    assert_eq!(status(&mut asks_from(&served, "127.0.0.2").await).await, "HTTP/1.1 200 OK");
}

#[tokio::test]
async fn whoever_comes_when_all_are_taken_is_answered_when_one_ends() {
    let served = served(Bounds { connections: 1, head_time: SHORT, ..PATIENT }).await;
    let mut half = TcpStream::connect(served.address).await.unwrap();
    half.write_all(b"GET /hea").await.unwrap();
    let mut waits = asks_from(&served, "127.0.0.2").await;
    assert_eq!(status(&mut waits).await, "HTTP/1.1 200 OK");
}

#[tokio::test]
async fn the_end_does_not_wait_for_ever() {
    let served = served(Bounds { end_time: SHORT, ..PATIENT }).await;
    let mut half = TcpStream::connect(served.address).await.unwrap();
    half.write_all(b"GET /hea").await.unwrap();
    // It is open, as the next one shows that is answered after it.
    let mut other = asks_from(&served, "127.0.0.1").await;
    assert_eq!(status(&mut other).await, "HTTP/1.1 200 OK");
    served.stop.send(()).unwrap();
    served.serving.await.unwrap().unwrap();
    all(&mut half).await;
}
