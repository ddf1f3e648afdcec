//! A client that knows just enough HTTP/1.1: one connection that is kept, one request at a time, an answer with its
//! length in front. It costs little beside the server it measures.

use std::net::SocketAddr;

use anyhow::{Context, Result, ensure};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// A connection to the server.
#[derive(Debug)]
pub(crate) struct Connection {
    stream: TcpStream,
    buffer: Vec<u8>,
}

impl Connection {
    /// # Errors
    /// If nobody listens there.
    pub(crate) async fn open(address: SocketAddr) -> Result<Self> {
        let stream = TcpStream::connect(address).await.context("the server is not there")?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, buffer: Vec::with_capacity(16 * 1024) })
    }

    /// Sends a whole request; returns the status and body of the answer.
    ///
    /// # Errors
    /// If the connection breaks or the answer is not of the form that the server gives.
    pub(crate) async fn send(&mut self, request: &[u8]) -> Result<(u16, &[u8])> {
        self.stream.write_all(request).await?;
        self.buffer.clear();
        let mut whole = None;
        loop {
            let read = self.stream.read_buf(&mut self.buffer).await.context("the server does not answer")?;
            ensure!(read > 0, "the server hung up");
            if whole.is_none() {
                whole = head(&self.buffer)?;
            }
            if let Some((status, start, end)) = whole
                && self.buffer.len() >= end
            {
                ensure!(self.buffer.len() == end, "more came than was announced");
                return Ok((status, &self.buffer[start..end]));
            }
        }
    }
}

/// The status of an answer and where its body begins and ends, once all of its head is there.
fn head(buffer: &[u8]) -> Result<Option<(u16, usize, usize)>> {
    let Some(end) = buffer.windows(4).position(|window| window == b"\r\n\r\n") else { return Ok(None) };
    let text = std::str::from_utf8(&buffer[..end])?;
    let mut lines = text.split("\r\n");
    let status = lines.next().and_then(|line| line.strip_prefix("HTTP/1.1 ")?.get(..3)?.parse().ok());
    let length = lines.find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("content-length").then(|| value.trim().parse::<usize>().ok())?
    });
    let (status, start) = (status.context("not an HTTP answer")?, end + 4);
    Ok(Some((status, start, start + length.context("an answer without its length")?)))
}

#[cfg(test)]
mod tests {
    use super::head;

    #[test]
    fn an_answers_head_says_where_its_body_is() {
        let answer = b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nyishi-now: 1\r\n\r\nhello";
        assert_eq!(head(answer).unwrap(), Some((200, answer.len() - 5, answer.len())));
        assert_eq!(head(&answer[..30]).unwrap(), None);
        assert!(head(b"HTTP/1.1 200 OK\r\n\r\n").is_err());
    }
}
