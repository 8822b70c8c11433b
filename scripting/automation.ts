/** The Automation API v1.0, with which a portal is managed. */
import type { Call, Permission, Portal } from "./call.ts";
import { askForPage, readPages } from "./lists.ts";
import { ask, askIfThere } from "./portal.ts";
import { connectAgain, keyNeeded } from "./refusals.ts";

/** A request to the Automation API: its path stands behind that of the API. */
export type ManagingCall = Call & { permission: Permission };

/** One page of a list. */
interface ListAnswer<T> {
  results: T[];
  /** The address of the next page, if there is one. */
  next?: string | null;
}

// Source: automation-v1, parameter limit.
const LONGEST_PAGE = 1000;

export function manage<T>(portal: Portal, call: ManagingCall): T {
  return ask(portal, asManaging(portal, call));
}

export function manageIfThere<T>(portal: Portal, call: ManagingCall): T | undefined {
  return askIfThere(portal, asManaging(portal, call));
}

export function managedList<T>(
  portal: Portal,
  call: ManagingCall,
  { most = Number.POSITIVE_INFINITY, offset = 0 } = {},
): T[] {
  return readPages({ most, longest: LONGEST_PAGE, offset }, (limit, start) => {
    const query = { ...call.query, limit, offset: start };
    return askForPage(portal, asManaging(portal, { ...call, query, list: "results" }));
  });
}

/** The entries of a list whose pages are as long as the portal decides. */
export function followedList<T>(portal: Portal, call: ManagingCall, isEnough: (last: T) => boolean): T[] {
  const first: Call = { ...asManaging(portal, call), list: "results" };
  let page = ask<ListAnswer<T>>(portal, first);
  let found = page.results;
  for (;;) {
    const last = page.results[page.results.length - 1];
    if (!page.next || !last || isEnough(last)) return found;
    page = ask(portal, { ...first, path: behindDomain(page.next), query: {} });
    found = found.concat(page.results);
  }
}

/** The key goes to the account's portal only, with any address. */
function behindDomain(address: string): string {
  return address.replace(/^[a-z]+:\/\/[^/]+/, "");
}

/** The API has no visitors. */
function asManaging(portal: Portal, call: ManagingCall): Call {
  if (!portal.authorization) throw connectAgain(portal, keyNeeded);
  return { ...call, path: `/api/automation/v1.0${call.path}` };
}
