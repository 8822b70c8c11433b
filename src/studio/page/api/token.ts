const kept = "zapc studio: token";

let token: string | null = null;

/**
 * Takes the token out of the address's fragment, where `zapc studio` has put it, and keeps it for this tab only: a reload
 * finds it again, and the address bar shows it no more.
 */
export function takeToken(): void {
  const fragment = new URLSearchParams(location.hash.slice(1));
  const given = fragment.get("token");
  if (given !== null) {
    sessionStorage.setItem(kept, given);
    fragment.delete("token");
    const rest = fragment.size > 0 ? `#${fragment}` : location.pathname;
    history.replaceState(null, "", rest);
  }
  token = given ?? sessionStorage.getItem(kept);
}

/** The headers that every request to the API has. */
export function authorization(): { readonly [name: string]: string } {
  return token === null ? {} : { authorization: `Bearer ${token}` };
}
