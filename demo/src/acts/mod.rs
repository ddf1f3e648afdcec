//! The year's acts, each with its moment, in the order of time.

mod books;
mod casting;
mod help;
mod hiding;
mod matters;
mod people;
mod votes;

use anyhow::Result;
use yishi_protocol::rejection::Rejection;

use crate::teller::Teller;
use crate::year::{Year, time_ms};

/// Something that happens.
type Act<'a> = Box<dyn FnOnce(&mut Teller) -> Result<(), Rejection> + 'a>;

/// What happens when.
#[derive(Default)]
struct Plan<'a> {
    acts: Vec<(u64, &'static str, Act<'a>)>,
}

impl<'a> Plan<'a> {
    /// Something of a sort happens at a moment.
    fn at(
        &mut self,
        time_ms: u64,
        sort: &'static str,
        act: impl FnOnce(&mut Teller) -> Result<(), Rejection> + 'a,
    ) {
        self.acts.push((time_ms, sort, Box::new(act)));
    }
}

/// Tells the whole year up to the moment at which it stands.
///
/// # Errors
/// If the file cannot be read, the estate cannot be founded, or the operating system gives no random bytes.
pub fn tell(year: &Year) -> Result<Teller> {
    let now_ms = time_ms(&year.meta.now)?;
    let mut teller = people::begin(year)?;
    let mut plan = Plan::default();
    people::plan(year, &mut plan)?;
    help::plan(year, &mut plan)?;
    matters::plan(year, &mut plan)?;
    votes::plan(year, &mut plan)?;
    books::plan(year, &mut plan)?;
    // What happens at the same minute happens in the order of the file.
    plan.acts.sort_by_key(|(at_ms, ..)| *at_ms);
    for (at_ms, sort, act) in plan.acts {
        if at_ms > now_ms {
            continue;
        }
        teller.story.now_ms = teller.story.now_ms.max(at_ms);
        if let Err(refused) = act(&mut teller) {
            teller.leave_out(format!("{sort}: {}", refused.code));
        }
    }
    teller.story.now_ms = now_ms;
    Ok(teller)
}
