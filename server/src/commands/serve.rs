//! `yishi-server serve`

use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use tracing_subscriber::EnvFilter;
use yishi_server::clock::{Clock, SystemClock};
use yishi_server::http::{PAGE, router};
use yishi_server::serving::{Bounds, serve};
use yishi_server::setup::open_folder;

use super::kept::Kept;
use super::say;

#[derive(Debug, clap::Args)]
pub(super) struct Serve {
    /// The folder that `init` made.
    #[arg(long, default_value = "yishi-data")]
    data: PathBuf,
    #[command(flatten)]
    kept: Kept,
    /// The address to listen at.
    #[arg(long, default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    /// The folder of our own pages, target/widget/dist after `cargo xtask widget`; without it only programs are served.
    #[arg(long)]
    widget: Option<PathBuf>,
    /// The clock was compared with another one. Asked for when nobody has said anything for more than a week.
    #[arg(long)]
    clock_checked: bool,
    /// A proxy of ours stands before this server and adds each asker's address to X-Forwarded-For.
    #[arg(long)]
    behind_proxy: bool,
}

impl Serve {
    pub(super) fn run(self) -> Result<ExitCode> {
        let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info"));
        tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
        tokio::runtime::Runtime::new()?.block_on(self.serve())?;
        Ok(ExitCode::SUCCESS)
    }

    async fn serve(self) -> Result<()> {
        if let Some(widget) = &self.widget {
            let built = widget.join(PAGE).is_file();
            ensure!(built, "{} has no {PAGE}; make it with cargo xtask widget", widget.display());
        }
        let folder = open_folder(&self.data, &self.kept.places(&self.data)?).await?;
        let clock = Arc::new(SystemClock::new());
        folder.check_clock(&*clock, self.clock_checked).await?;
        let listener = tokio::net::TcpListener::bind(self.listen).await;
        let listener = listener.with_context(|| format!("cannot listen at {}", self.listen))?;
        let address = listener.local_addr()?;
        for id in folder.estates.ids().await {
            if let Some(estate) = folder.estates.get(&id).await {
                let published = estate.published();
                let name =
                    published.log.state().estate().map(|estate| estate.name.clone()).unwrap_or_default();
                say(&format!("serving {name}, {} entries", published.signed_size));
                say(&format!("        http://{address}/api/estates/{id}"));
                if self.widget.is_some() {
                    say(&format!("        http://{address}/?estate={id}"));
                }
            }
        }
        let mut app = folder.app(Arc::clone(&clock) as _);
        tokio::spawn(watch(clock));
        if let Some(widget) = self.widget {
            app = app.with_widget(widget);
        }
        let bounds = Bounds { behind_proxy: self.behind_proxy, ..Bounds::default() };
        serve(listener, router(app), bounds, stop()).await?;
        Ok(())
    }
}

/// Looks at the clock now and then, so that it is known for how long it has gone steadily when somebody votes.
async fn watch(clock: Arc<SystemClock>) {
    let mut ticks = tokio::time::interval(Duration::from_secs(10));
    loop {
        ticks.tick().await;
        if clock.now_ms().is_none() {
            tracing::error!(
                "the system's clock was set; nothing is taken until it is back or has gone steadily"
            );
        }
    }
}

/// Waits for Ctrl-C or, on Unix, for the signal that service managers send.
async fn stop() {
    let interrupt = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = interrupt => {}
                _ = terminate.recv() => {}
            }
            return;
        }
    }
    drop(interrupt.await);
}
