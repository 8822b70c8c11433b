// Source of all of it: jsdom 7.0.0, living/xmlhttprequest.js and living/xhr-utils.js, where npm `request` asks, as for z.request.
const forbidden =
  /^(Accept-(Charset|Encoding)|Access-Control-Request-(Headers|Method)|Connection|Content-Length|Cookie2?|Date|DNT|Expect|Host|Keep-Alive|Origin|Referer|TE|Trailer|Transfer-Encoding|Upgrade|User-Agent|Via|(Sec|Proxy)-.*)$/i;
const asked = { gzip: true, maxRedirects: 21, followAllRedirects: true, jar: true };

/**
 * Has `$.ajax`, and what is built on it, ask as the XMLHttpRequest of a page does.
 *
 * @param {{ request: Function, requestLater: Function, refuse: Function, statusText: Function, userAgent: string }} host
 */
export function askByHost($, { request, requestLater, refuse, statusText, userAgent }) {
  // It would run in the page.
  $.ajaxTransport("+script", () => refuse("A script that $.ajax loads"));
  $.ajaxTransport("+*", (options) => {
    let isAborted = false;
    return {
      send(headers, complete) {
        const sent = requestOf(options, headers);
        const receive = (failure, response) => {
          if (isAborted) return;
          if (failure) return complete(0, "");
          const { status_code: status, headers, content } = JSON.parse(response.json);
          complete(status, statusText(status), { text: content ?? "" }, listed(headers));
        };
        if (options.async) requestLater(sent, receive);
        else requestNow(sent, receive);
      },
      abort() {
        isAborted = true;
      },
    };
  });
  return $;

  function requestNow(sent, receive) {
    let response;
    try {
      response = request(sent);
    } catch (error) {
      return receive(error);
    }
    return receive(undefined, response);
  }

  function requestOf({ type, url, data, username, password, crossDomain, hasContent }, given) {
    const headers = crossDomain ? given : { "X-Requested-With": "XMLHttpRequest", ...given };
    const allowed = Object.entries(headers).filter(([name]) => !forbidden.test(name));
    const own = {
      Referer: "about:blank",
      "User-Agent": userAgent,
      "Accept-Language": "en",
      Accept: "*/*",
    };
    return {
      ...asked,
      uri: url,
      method: type,
      headers: withDefaults(Object.fromEntries(allowed), own),
      ...(hasContent && data && { body: String(data) }),
      ...((username || password) && {
        auth: { user: username || "", pass: password || "", sendImmediately: false },
      }),
    };
  }
}

function withDefaults(headers, defaults) {
  const named = Object.keys(headers).map((name) => name.toLowerCase());
  const missing = Object.entries(defaults).filter(([name]) => !named.includes(name.toLowerCase()));
  return { ...headers, ...Object.fromEntries(missing) };
}

/** `name: value`, one a line. */
function listed(headers) {
  const shown = Object.entries(headers).filter(([name]) => !/^set-cookie2?$/.test(name));
  return shown.map(([name, value]) => `${name}: ${value}`).join("\r\n");
}
