// Opendatasoft 1.2.0
// Made from TypeScript by zapc 0.8.0; sources 2fa82121bc4394ce, file f275c381a84a0b74.
// Change the sources and build again: the next build replaces this file.
/* jshint -W018 */
'use strict';

var Zap = (function () {
  // Helpers for lowered syntax. Only those that are called come into zap.js.

  /** { ...a, ...b } */
  function __assign(target) {
    for (var i = 1; i < arguments.length; i++) {
      copyProperties(target, arguments[i], Object.create(null));
    }
    return target;
  }

  /** var { a, ...rest } = object */
  function __rest(object, names) {
    var omitted = Object.create(null);
    names.forEach(function(name) {
      omitted[name] = true;
    });
    return copyProperties({}, object, omitted);
  }

  function copyProperties(to, from, omitted) {
    var object = Object(from);
    var keys = Object.keys(object);
    if (Object.getOwnPropertySymbols) {
      keys = keys.concat(Object.getOwnPropertySymbols(object));
    }
    keys.forEach(function(key) {
      if (!(key in omitted) && Object.prototype.propertyIsEnumerable.call(object, key)) {
        __define(to, key, object[key]);
      }
    });
    return to;
  }

  /** { [key]: value }. Unlike an assignment, it runs no setter: not that of `__proto__` either. */
  function __define(object, key, value) {
    return Object.defineProperty(object, key, {
      value: value,
      writable: true,
      enumerable: true,
      configurable: true
    });
  }

  // domain.ts
  // Letters of any script, digits, hyphens and underscores.
  var label = "[^\\s!-,./:-@[-^`{-~]+";
  var host = new RegExp("^" + label + "(\\." + label + ")*(:\\d{1,5})?$");

  /** `https://Data.Example.com/explore/` -> `data.example.com`, `example` -> `example.opendatasoft.com` */
  function normalisedDomain(typed) {
    var domain = typed.trim()
      .toLowerCase()
      .replace(/^[a-z]+:\/\//, "")
      .replace(/[/?#].*$/, "")
      .replace(/\.$/, "");
    if (!host.test(domain)) {
      throw new ErrorException(
        '"' + typed + '" is not the address of a portal. It looks like data.example.com.'
      );
    }
    return /[.:]/.test(domain) ? domain : domain + ".opendatasoft.com";
  }

  // call.ts
  /** The names that administrators read. Source: automation-v1, schema Permission. */
  var permissions = {
    create_dataset: "Create new datasets",
    edit_dataset: "Edit all datasets",
    publish_dataset: "Publish own datasets",
    edit_domain: "Edit all domain properties"
  };

  /** A method has 30 seconds: some are left for the work on the last answer. */
  var MOST_SECONDS = 25;

  function isWrite(call) {
    return call.method !== undefined;
  }

  /** The options of `z.request` for JSON, with a key or without one. */
  function jsonRequest(url, body, authorization) {
    return {
      url: url,
      method: body ? "POST" : "GET",
      headers: {
        Accept: "application/json",
        Authorization: authorization || undefined,
        "Content-Type": body && "application/json"
      },
      body: body && z.JSON.stringify(body),
      timeout: MOST_SECONDS * 1000
    };
  }

  // refusals.ts
  /** The exceptions for a portal that refuses, in words for the owner of a Zap. */

  /** By a sign in the message of `z.request`, which has the codes of Node.js; whether each passes by itself. */
  var failures = [
    [/ENOTFOUND/, false, "There is no portal at DOMAIN. Check the domain of the connected account."],
    [
      /certificate|self.signed|CERT_|altnames/i,
      false,
      "The certificate of DOMAIN is not valid, so nothing was sent to it: REASON."
    ],
    [/TIMEDOUT/, true, "DOMAIN gave no answer within " + MOST_SECONDS + " seconds."],
    [
      /hang ?up|closed|ECONNRESET|aborted|terminated|premature/i,
      true,
      "DOMAIN closed the connection before its answer was complete."
    ],
    [/^/, true, "DOMAIN could not be reached: REASON"]
  ];

  function explainFailure(portal, call, reason) {
    var _failure = failures.filter(function(failure) {
      var sign = failure[0];
      return sign.test(reason);
    })[0], passes = _failure[1], text = _failure[2];
    var told = text.replace("DOMAIN", portal.domain).replace("REASON", function() {
      return reason;
    });
    if (!passes) return new ErrorException(told);
    var maybe = "It may have been done all the same: look at the portal before you repeat it.";
    return passing(portal, withSentence(told, isWrite(call) ? maybe : undefined));
  }

  /** Assumed: of an answer above 5 MB, the platform says that it is too large, or its bytes. */
  function isTooLarge(message) {
    return /\d bytes|too large|too big|payload/i.test(message);
  }

  function tooLarge(account, call) {
    var isOne = call.query && call.query.limit === 1;
    var text = account.domain + " gave more than 5 MB " + (isOne ? "for one entry" : "in one answer") +
      ", and Zapier takes no more.";
    return new ErrorException(withSentence(text, call.narrow));
  }

  /** A slow portal is slow at the next poll, too: the user must hear of it. */
  function tooSlow(account, call) {
    var text = account.domain + " takes more than " + MOST_SECONDS + " seconds for its answers.";
    return new ErrorException(withSentence(text, call.narrow));
  }

  var keyNeeded = "needs an API key for this";
  var keyRefused = "does not accept this API key";

  function connectAgain(account, reason) {
    var domain = account.domain;
    return new ExpiredAuthException(
      domain + " " + reason + ". Create a new one at https://" + domain +
        "/account/api-keys/ and connect the account again."
    );
  }

  function explainRefusal(portal, call, options) {
    var status_code = options.status_code, content = options.content, data = options.data;
    var domain = portal.domain, authorization = portal.authorization;
    var about = call.about === undefined ? "this" : call.about, done = call.done, permission = call.permission;
    var said = saidIn(data);
    if (status_code === 401) {
      return authorization ?
        new InvalidSessionException(domain + " does not accept the API key" + said) :
        connectAgain(portal, keyNeeded);
    }
    if (status_code === 429) return passing(portal, withSentence(quotaMessage(data || {}, domain), done));
    if (status_code === 408 || status_code >= 500) {
      return passing(
        portal,
        withSentence(domain + " has a problem of its own (status " + status_code + ").", done)
      );
    }
    if (!data && isPage(content)) return pageInstead(domain, status_code, content);
    if (status_code === 404) return notThere(portal, call, said);
    var texts = {
      400: domain + " does not accept what this Zap asks for",
      403: (authorization ? "The API key" : "A visitor") + " has no permission for " + about + " on " + domain +
        (permission ? ': it needs "' + permissions[permission] + '" (' + permission + ")" : "")
    };
    var text = texts[status_code] || domain + " refused the request with status " + status_code;
    return new ErrorException(withSentence(text + said, done));
  }

  function notThere(account, call, said) {
    var domain = account.domain;
    var about = call.about === undefined ? "this" : call.about, find = call.find, done = call.done;
    if (said === undefined) {
      said = ".";
    }
    var text = domain + " does not have " + about + ", or it was renamed" + said;
    return new ErrorException(withSentence(text, done || find));
  }

  function explainUnreadable(portal, options) {
    var status_code = options.status_code, content = options.content, data = options.data;
    var domain = portal.domain;
    var text = (content || "").trim();
    if (isPage(text)) return pageInstead(domain, status_code, text);
    if (text === "") return passing(portal, domain + " gave an empty answer (status " + status_code + ").");
    if (!data && /^[[{]/.test(text)) {
      return passing(portal, domain + " broke off in the middle of its answer (status " + status_code + ").");
    }
    return new ErrorException(
      domain + " answered with something else than the data of a portal (status " + status_code + ")."
    );
  }

  /** A trouble that passes by itself halts a poll, which comes again. In an action it is an error: the write is lost. */
  function passing(portal, message) {
    return portal.halts ? new HaltedException(message) : new ErrorException(message);
  }

  function isPage(content) {
    return /^\s*</.test(content || "");
  }

  function pageInstead(domain, status, content) {
    var _values = /type=["']?password|log ?in|sign ?in/i.test(content || "") ?
          ["a page to log in", "the domain and the API key"] :
          ["a web page", "the domain"],
        page = _values[0],
        check = _values[1];
    return new ErrorException(
      domain + " answered with " + page + " instead of data (status " + status + "). Check " + check +
        " of the connected account."
    );
  }

  /** `{"message": "Invalid input.", "detail": {"title": ["Too long."]}}` -> `: Invalid input; title: Too long.` */
  function saidIn(body) {
    if (body === undefined) {
      body = {};
    }
    var said = faultsIn(body.message || body.error).concat(faultsIn(body.detail));
    var sentence = said.map(function(fault) {
      return fault.replace(/\.$/, "");
    }).join("; ");
    var code = body.error_code ? " (" + body.error_code + ")" : "";
    return sentence ? ": " + sentence + code + "." : ".";
  }

  function withSentence(text, sentence) {
    return sentence ? text.replace(/\.?$/, ". " + sentence) : text;
  }

  /** `{"fields": [{"name": ["Too long."]}]}` -> `["fields.1.name: Too long."]` */
  function faultsIn(detail, path) {
    if (path === undefined) {
      path = [];
    }
    if (detail === null || detail === undefined || detail === "") return [];
    if (typeof detail !== "object") return [path.length > 0 ? path.join(".") + ": " + detail : String(detail)];
    var isList = Array.isArray(detail);
    var entries = detail;
    var faults = [];
    for (var i = 0, keys = Object.keys(entries); i < keys.length; i++) {
      var name = keys[i];
      // A text in a list is a fault of the list.
      var isPlace = isList ? typeof entries[name] === "object" : !/^(non_field_errors|message)$/.test(name);
      var place = isList ? Number(name) + 1 : name;
      faults = faults.concat(faultsIn(entries[name], isPlace ? path.concat(String(place)) : path));
    }
    return faults;
  }

  function quotaMessage(body, domain) {
    var limit = body.call_limit ?
      "Its limit of " + body.call_limit + " calls per " + body.limit_time_unit + " is used up" :
      "It is too busy";
    return domain + " accepts no more requests until " + (body.reset_time || "later") + ". " + limit + ".";
  }

  // portal.ts
  /** The life of a request: it is sent, its answer is read, and a refusal becomes an exception. */

  /** The portal of a trigger: a trouble that passes by itself halts the poll. */
  function pollingPortal(bundle) {
    return __assign(__assign({}, bundle.auth_fields), {
      deadline: Date.now() + MOST_SECONDS * 1000,
      halts: true
    });
  }

  /** The request of an action or a search: any trouble is an error. */
  function actingPortal(bundle) {
    return __assign({}, pollingPortal(bundle), { halts: false });
  }

  function ask(portal, call) {
    return dataOf(portal, call, answerTo(portal, call));
  }

  /** Undefined where the portal does not have what is asked for. */
  function askIfThere(portal, call) {
    var answer = answerTo(portal, call);
    return answer.status_code === 404 ? undefined : dataOf(portal, call, answer);
  }

  function answerTo(portal, call) {
    var answer = sent(portal, call);
    if (!answer) throw tooLarge(portal, call);
    return answer;
  }

  /** The data and its size in bytes; undefined where it is too large for the platform. */
  function askSized(portal, call) {
    var answer = sent(portal, call);
    return answer && { data: dataOf(portal, call, answer), bytes: byteLength(answer.content || "") };
  }

  /** Undefined where the answer is too large for the platform. */
  function sent(portal, call) {
    var timeout = portal.deadline - Date.now();
    if (timeout <= 0) throw tooSlow(portal, call);
    try {
      var request = jsonRequest(addressOf(portal, call), call.body, portal.authorization);
      return z.request(__assign({}, request, { method: call.method || "GET", timeout: timeout }));
    } catch (error) {
      var message = error.message;
      if (isTooLarge(message)) return undefined;
      // It has answered before: it is slow, and not away.
      if (/TIMEDOUT/.test(message) && timeout < MOST_SECONDS * 1000) throw tooSlow(portal, call);
      throw explainFailure(portal, call, message);
    }
  }

  function addressOf(account, call) {
    var domain = account.domain;
    var path = call.path, query = call.query === undefined ? {} : call.query;
    return "https://" + domain + path + queryString(query);
  }

  /** `{ limit: 3, refine: ["a:1", "b:2"] }` -> `?limit=3&refine=a%3A1&refine=b%3A2` */
  function queryString(query) {
    var pairs = [];
    // Sorted: engines differ.
    for (var i = 0, keys = Object.keys(query).sort(); i < keys.length; i++) {
      var name = keys[i];
      var value = query[name];
      for (var j = 0, list = Array.isArray(value) ? value : [value]; j < list.length; j++) {
        var entry = list[j];
        if (entry !== undefined && entry !== "") pairs.push(name + "=" + encodeURIComponent(entry));
      }
    }
    return pairs.length > 0 ? "?" + pairs.join("&") : "";
  }

  /** `%28` -> `(`; a text that is wrongly encoded stays. */
  function percentDecoded(encoded) {
    try {
      return decodeURIComponent(encoded);
    } catch (error) {
      return encoded;
    }
  }

  function dataOf(portal, call, answer) {
    var data = parsed(answer.content);
    var isRefused = answer.status_code < 200 || answer.status_code > 299;
    // The write has succeeded, even if the answer cannot be read.
    if (isWrite(call) && !isRefused) return data || {};
    if (data && hasList(data, call) && !isRefused) return data;
    var given = __assign({}, answer, { data: data });
    throw isRefused ? explainRefusal(portal, call, given) : explainUnreadable(portal, given);
  }

  /** The object in a text of JSON; undefined for anything else. */
  function parsed(content) {
    try {
      var value = z.JSON.parse(content);
      return value !== null && typeof value === "object" ? value : undefined;
    } catch (error) {
      return undefined;
    }
  }

  function hasList(data, call) {
    var list = call.list;
    if (!list) return !Array.isArray(data);
    return Array.isArray(list === "[]" ? data : data[list]);
  }

  function byteLength(text) {
    var bytes = text.length;
    for (var index = 0; index < text.length; index++) {
      var code = text.charCodeAt(index);
      if (code > 127) bytes += 1;
      // Each half of a surrogate pair has two of its four bytes.
      if (code > 2047 && (code < 55296 || code > 57343)) bytes += 1;
    }
    return bytes;
  }

  // auth.ts
  /** Checks the key on the portal. From then on `domain` is the portal's bare host name. */
  function get_session_info(bundle) {
    var typed = bundle.auth_fields;
    var account = {
      domain: normalisedDomain(typed.domain),
      authorization: authorizationOf(typed.api_key)
    };
    checkKey(pollingPortal({ auth_fields: account }));
    return account;
  }

  function get_connection_label(bundle) {
    return bundle.auth_fields.domain;
  }

  /** `Apikey KEY`, even if the user typed it so; empty without a key. */
  function authorizationOf(typed) {
    if (typed === undefined) {
      typed = "";
    }
    var key = typed.trim().replace(/^(authorization\s*:\s*)?apikey[\s:=]+/i, "");
    return key && "Apikey " + key;
  }

  /**
   * Throws for a wrong key. A public portal may show its catalog with any key: there, the Automation API decides. A missing
   * permission does not matter.
   */
  function checkKey(portal) {
    try {
      ask(portal, { path: "/api/explore/v2.1/catalog/datasets", query: { limit: 1 }, list: "results" });
    } catch (error) {
      throw error instanceof InvalidSessionException ? connectAgain(portal, keyRefused) : error;
    }
    if (!portal.authorization) return;
    try {
      ask(portal, { path: "/api/automation/v1.0/datasets/", query: { limit: 1 }, list: "results" });
    } catch (error) {
      if (error instanceof InvalidSessionException) throw connectAgain(portal, keyRefused);
    }
  }

  // objects.ts
  /** `pick({ a: 1, b: 2 }, ["a"])` -> `{ a: 1 }` */
  function pick(object, names) {
    var picked = {};
    for (var i = 0; i < names.length; i++) {
      var name = names[i];
      picked[name] = object[name];
    }
    return picked;
  }

  function namesOf(named) {
    return named.map(function(each) {
      return each.name;
    });
  }

  function contains(list, entry) {
    return list.indexOf(entry) !== -1;
  }

  // hooks.ts
  // The hooks are those of a publishing pipeline beside the portal: see docs/opendatasoft.md.

  function pre_subscribe(bundle) {
    var dataset = bundle.trigger_fields.dataset;
    var subscription = __assign({}, pick(bundle, ["target_url", "event"]), { dataset: dataset || null });
    return {
      url: subscriptionsUrl(bundle.trigger_fields),
      headers: withoutKey(bundle.request.headers),
      data: z.JSON.stringify(subscription)
    };
  }

  /** The pipeline refuses a subscription in its own words, not in those of the portal. */
  function post_subscribe(bundle) {
    var status_code = bundle.response.status_code;
    var id = (parsed(bundle.response.content) || {}).id;
    if (status_code >= 300 || id === undefined) {
      throw new ErrorException(
        subscriptionsUrl(bundle.trigger_fields) + " did not take the subscription (status " + status_code +
          '): the answer must have an "id".'
      );
    }
    return { id: String(id) };
  }

  function pre_unsubscribe(bundle) {
    var id = encodeURIComponent(bundle.subscribe_data.id);
    return {
      method: "DELETE",
      url: subscriptionsUrl(bundle.trigger_fields) + "/" + id,
      headers: withoutKey(bundle.request.headers),
      data: null
    };
  }

  function subscriptionsUrl(trigger_fields) {
    return String(trigger_fields.subscriptions_url).trim().replace(/\/$/, "");
  }

  /** The platform would send the portal's key where the header is missing. */
  function withoutKey(headers) {
    return __assign({}, headers, { Authorization: "none" });
  }

  // lists.ts
  /** Lists, of which the platform takes 5 MB at a time. */

  /** Some room is left for entries that are larger than those before. */
  var MOST_BYTES = 4000000;

  /** Entries that are asked for before their size is known; also those of a dropdown. */
  var FIRST_PAGE = 100;

  /** The entries of a list that is read page by page. */
  function readPages(wanted, ask) {
    var most = wanted.most,
        longest = wanted.longest,
        offset = wanted.offset === undefined ? 0 : wanted.offset,
        isEnough = wanted.isEnough;
    var found = [];
    var limit = Math.min(FIRST_PAGE, longest);
    while (found.length < most) {
      var asked = Math.min(limit, most - found.length);
      var page = ask(asked, offset + found.length);
      if (!page) {
        limit = Math.floor(asked / 2);
        continue;
      }
      found = found.concat(page.entries);
      var last = page.entries[page.entries.length - 1];
      var isLastPage = page.entries.length < asked || offset + found.length === page.total;
      if (!last || isLastPage || isEnough && isEnough(last)) break;
      limit = Math.min(longest, entriesThatFit(page));
    }
    return found;
  }

  /** The first entries of a list that has no pages: as many as one answer holds, or at least half of them. */
  function readBeginning(options, ask) {
    var most = options.most, guess = options.guess;
    var limit = Math.min(most, guess);
    var longest = most;
    for (;;) {
      var page = ask(limit);
      if (!page) {
        limit = Math.floor(limit / 2);
        longest = limit;
        continue;
      }
      var next = Math.min(longest, entriesThatFit(page));
      var isAll = page.entries.length < limit;
      // A few more are not worth another request.
      if (isAll || next < limit * 1.5) return __assign({}, page, { isAll: isAll });
      limit = next;
    }
  }

  /** The number of entries that fit when they are as large as those of a page. */
  function entriesThatFit(page) {
    return Math.max(1, Math.floor(page.entries.length * MOST_BYTES / page.bytes));
  }

  /** Undefined for an answer that is too large. */
  function askForPage(portal, call) {
    var answer = askSized(portal, call);
    if (!answer && (call.query || {}).limit === 1) throw tooLarge(portal, call);
    if (!answer) return undefined;
    var data = answer.data, bytes = answer.bytes;
    return { entries: call.list === "[]" ? data : data.results, bytes: bytes, total: data.total_count };
  }

  // odsql.ts
  /** ODSQL, the query language of portals. */

  /** A text as a value: `"5\" nails"`. */
  function text(value) {
    return '"' + value.replace(/[\\"]/g, "\\$&") + '"';
  }

  /** A search for all words of a text. */
  function fullText(words) {
    return words && words.trim() !== "" ? text(words) : undefined;
  }

  /** A field's name, which may be a number or a reserved word. */
  function fieldName(name) {
    return "`" + name.trim().replace(/`/g, "") + "`";
  }

  /** A point in time: `date'2024-03-01T09:00:00.000Z'` */
  function date(instant) {
    return "date'" + instant.toISOString() + "'";
  }

  /** `equals("theme", "Air")` -> `` `theme` = "Air" ``, `equals("open", true)` -> `` `open` is true `` */
  function equals(name, value) {
    var field = fieldName(name);
    if (typeof value === "string") return field + " = " + text(value);
    if (typeof value === "boolean") return field + " is " + value;
    return field + " = " + (typeof value === "number" ? value : date(value));
  }

  /** `oneOf("dataset_id", ["a", "b"])` -> `` `dataset_id` in ("a", "b") `` */
  function oneOf(name, values) {
    return fieldName(name) + " in (" + values.map(text).join(", ") + ")";
  }

  function before(name, instant) {
    return fieldName(name) + " < " + date(instant);
  }

  /** The condition that it lies within the 24 hours from a point in time on. */
  function onDay(name, day) {
    var next = new Date(day.getTime() + 24 * 60 * 60000);
    return fieldName(name) + " >= " + date(day) + " and " + before(name, next);
  }

  /** All of some conditions. Each is enclosed, so that a user's `or` stays in it. */
  function all(conditions) {
    var given = conditions.filter(function(condition) {
      return condition && condition.trim() !== "";
    });
    return given.length > 0 ? given.map(function(condition) {
      return "(" + condition + ")";
    }).join(" and ") : undefined;
  }

  /** The newest first. */
  function descending(name) {
    return fieldName(name) + " desc";
  }

  function fieldList(names) {
    return names.map(fieldName).join(", ");
  }

  // explore.ts
  /** The Explore API v2.1, with which a portal is read. */

  var SAMPLES = 3;

  // Source: explore-v2.1, parameter limit: 100, and with group_by 20,000. An export has no limit.
  var LONGEST_LIST = 100;
  var MOST_GROUPS = 10000;
  var LONGEST_EXPORT = 20000;

  var root = "/api/explore/v2.1/catalog";

  var findDataset = "Choose it from the list, or give its identifier: the last part of its address on the portal.";
  var narrow = "Choose a theme, a publisher or words to search for, so that there are fewer datasets.";

  /** The call for a dataset, or for something below it: `datasetCall("air-quality", "/records")`. */
  function datasetCall(typed, below) {
    return {
      path: root + "/datasets/" + encodeURIComponent(identifierIn(typed)) + below,
      about: 'the dataset "' + typed.trim() + '"',
      find: findDataset,
      narrow: below && "Set a filter, so that there are fewer records."
    };
  }

  /** `https://data.example.com/explore/dataset/air-quality/table/` -> `air-quality` */
  function identifierIn(typed) {
    var text = typed.trim();
    if (text === "") throw new ErrorException("The dataset is empty. " + findDataset);
    var _match = /^https?:\/\/.*\/datasets?\/([^/?#]+)/.exec(text) || [], identifier = _match[1];
    return identifier ? percentDecoded(identifier) : text;
  }

  function metasOf(listed) {
    return listed.metas && listed.metas.default || {};
  }

  function catalogDatasets(portal, catalogSelection) {
    var most = catalogSelection.most,
        offset = catalogSelection.offset,
        isEnough = catalogSelection.isEnough,
        selection = __rest(catalogSelection, ["most", "offset", "isEnough"]);
    var query = __assign({ select: "dataset_uid, dataset_id, attachments, metas" }, selection);
    return readPages(
      { most: most, longest: LONGEST_EXPORT, offset: offset, isEnough: isEnough },
      function(limit, start) {
        var page = __assign({}, query, { limit: limit, offset: start });
        return limit > LONGEST_LIST ?
          askForPage(portal, { path: root + "/exports/json", query: page, list: "[]", narrow: narrow }) :
          askForPage(portal, { path: root + "/datasets", query: page, list: "results", narrow: narrow });
      }
    );
  }

  function dataset(portal, id) {
    var found = ask(portal, datasetCall(id, ""));
    return __assign({}, found, { fields: found.fields || [] });
  }

  function countDatasets(portal) {
    return count(portal, { path: root + "/datasets" });
  }

  function countRecords(portal, id, query) {
    return count(portal, __assign({}, datasetCall(id, "/records"), { query: query }));
  }

  function count(portal, call) {
    var query = __assign({}, call.query, { limit: 1 });
    return ask(portal, __assign({}, call, { query: query, list: "results" })).total_count;
  }

  /** The first records, as many as one answer holds. */
  function firstRecords(portal, id, options) {
    var most = options.most,
        guess = options.guess === undefined ? FIRST_PAGE : options.guess,
        selection = __rest(options, ["most", "guess"]);
    return readBeginning({ most: most, guess: guess }, function(limit) {
      return askForPage(portal, __assign({}, datasetCall(id, "/exports/json"), {
        query: __assign({}, selection, { limit: limit }),
        list: "[]"
      }));
    });
  }

  function recordValue(portal, id, options) {
    var record = options.record, field = options.field;
    var call = datasetCall(id, "/records/" + encodeURIComponent(record));
    var about = "this record of the dataset";
    return ask(
      portal,
      __assign(__assign({}, call), { about: about, query: { select: fieldName(field) } })
    )[field];
  }

  /** `aggregate(portal, "air-quality", { aggregation: "max(`no2`)", by: "station" })`: one number for each station. */
  function aggregate(portal, id, options) {
    var aggregation = options.aggregation, by = options.by, selection = __rest(options, ["aggregation", "by"]);
    var name = "aggregate_value";
    var results = ask(portal, __assign(__assign({}, datasetCall(id, "/records")), {
      query: __assign(__assign({}, selection), {
        select: aggregation + " as " + name,
        group_by: by && fieldName(by),
        limit: by ? MOST_GROUPS : 1
      }),
      list: "results"
    })).results;
    return results.map(function(row) {
      return { group: by ? row[by] : "all", value: row[name] };
    });
  }

  function catalogFacets(portal, facet) {
    var call = { path: root + "/facets", query: { facet: facet }, list: "facets" };
    return ask(portal, call).facets;
  }

  function recordFacets(portal, id) {
    return ask(portal, __assign({}, datasetCall(id, "/facets"), { list: "facets" })).facets;
  }

  /** The records as one file of a format: `csv`, `json`, `xlsx`. */
  function exportAddress(account, id, options) {
    var format = options.format, query = options.query === undefined ? {} : options.query;
    return addressOf(account, __assign({}, datasetCall(id, "/exports/" + format), { query: query }));
  }

  // Source: explore-v2.1, the addresses in the example of a dataset's attachments.
  function attachmentAddress(account, id, attachment) {
    return addressOf(account, datasetCall(id, "/attachments/" + encodeURIComponent(attachment)));
  }

  // hydrators.ts
  /** The value of a field that was too heavy for the items of a poll. */
  function record_value(bundle) {
    return recordValue(actingPortal(bundle), bundle.dataset, bundle);
  }

  /** The description of a dataset that was too long for the items of a poll. */
  function dataset_description(bundle) {
    return metasOf(dataset(actingPortal(bundle), bundle.dataset)).description;
  }

  // facets.ts
  /** `["station: Harbour"]` -> `["station:Harbour"]` */
  function refinements(typed) {
    var given = (typed || []).filter(function(facet) {
      return facet.trim() !== "";
    });
    return given.map(function(facet) {
      var _match = /^\s*([^:]*[^:\s])\s*:\s*(.*\S)\s*$/.exec(facet) || [], name = _match[1], value = _match[2];
      if (name && value) return name + ":" + value;
      throw new ErrorException('"' + facet + '" is not a facet with its value. Write it like station:Harbour.');
    });
  }

  function facetValueChoices(portal, facet) {
    var found = catalogFacets(portal, facet)[0];
    return (found ? found.facets : []).map(function(options) {
      var name = options.name, count = options.count;
      return { id: name, name: name, datasets: count };
    });
  }

  /** `station:Harbour`, read as `station: Harbour (12)`. */
  function facetChoices(facets) {
    return facets.reduce(function(choices, facet) {
      return choices.concat(facet.facets.map(function(options) {
        var name = options.name,
            value = options.value === undefined ? name : options.value,
            count = options.count;
        return {
          id: facet.name + ":" + value,
          name: facet.name + ": " + name + " (" + count + ")",
          facet: facet.name
        };
      }));
    }, []);
  }

  // triggers/catalog_facets.ts
  function catalog_facets_poll(bundle) {
    return facetChoices(catalogFacets(pollingPortal(bundle)));
  }

  // polled.ts
  /** Each id once, with the newest item. When a Zap is turned on, only ids are remembered: items would be too much. */
  function polled(items, meta) {
    var seen = Object.create(null);
    var once = items.filter(function(item) {
      var id = item.id;
      var isNew = !seen[id];
      seen[id] = true;
      return isNew;
    });
    return meta.first_poll ? once.map(function(options) {
      var id = options.id;
      return { id: id };
    }) : once;
  }

  // dataset-item.ts
  /** A dataset of the catalog as later steps of a Zap see it. */

  var metadata = [
    "theme keyword publisher language license license_url references attributions territory federated",
    "source_domain source_domain_title source_domain_address source_dataset",
    "records_count modified data_processed metadata_processed"
  ].join(" ").split(" ");

  /** A longer description may become a pointer. */
  var LONG = 2000;

  /** Long descriptions become pointers when the items exceed the limit of the platform. */
  function polledDatasets(options, datasets, keysOf) {
    var portal = options.portal, meta = options.meta;
    // When a Zap is turned on, no more than the ids was asked for.
    if (meta.first_poll) return polled(datasets.map(keysOf), meta);
    var bytes = datasets.reduce(function(sum, dataset) {
      var metas = dataset.metas;
      return sum + byteLength(JSON.stringify(metas) || "");
    }, 0);
    var longest = bytes > MOST_BYTES ? LONG : bytes;
    var items = datasets.map(function(dataset) {
      return __assign(__assign({}, keysOf(dataset)), datasetItem(portal, dataset, longest));
    });
    return polled(items, meta);
  }

  function datasetItem(portal, dataset, longest) {
    var dataset_uid = dataset.dataset_uid, dataset_id = dataset.dataset_id, attachments = dataset.attachments;
    var metas = metasOf(dataset);
    var isLong = String(metas.description).length > longest;
    return __assign(__assign({
      dataset_uid: dataset_uid,
      dataset_id: dataset_id,
      title: metas.title || dataset_id,
      description: isLong ? z.dehydrate("dataset_description", { dataset: dataset_id }) : metas.description
    }, pick(metas, metadata)), {
      url: datasetPage(portal.domain, dataset_id),
      csv: fileAt(portal, exportAddress(portal, dataset_id, { format: "csv" }), dataset_id + ".csv"),
      attachments: (attachments || []).map(function(attachment) {
        var id = attachment.id, title = attachment.title;
        return {
          title: title,
          file: fileAt(portal, attachmentAddress(portal, dataset_id, id), title)
        };
      })
    });
  }

  function datasetPage(domain, dataset_id) {
    return "https://" + domain + "/explore/dataset/" + encodeURIComponent(dataset_id) + "/";
  }

  /** A file that is downloaded when a later step needs it. */
  function fileAt(portal, address, name) {
    // With a request, the platform does not add the header of the account, which would be empty.
    return z.dehydrateFile(address, portal.authorization ? null : {}, { name: name });
  }

  // triggers/dataset_event.ts
  function dataset_event_catch_hook(bundle) {
    var cleaned_request = bundle.cleaned_request;
    var dataset = (bundle.trigger_fields.dataset || "").trim();
    var received = Array.isArray(cleaned_request) ? cleaned_request : [cleaned_request];
    return received.filter(isEvent).filter(function(event) {
      return !dataset || event.dataset_id === dataset;
    }).map(function(event) {
      return eventItem(event, bundle.auth_fields.domain);
    });
  }

  /** The editor's samples. */
  function dataset_event_poll(bundle) {
    var last = { order_by: descending("metadata_processed"), most: SAMPLES };
    return catalogDatasets(pollingPortal(bundle), last).map(function(dataset) {
      var _value = metasOf(dataset),
          title = _value.title,
          at = _value.metadata_processed === undefined ? "" : _value.metadata_processed;
      var event = { event: "published", dataset_id: dataset.dataset_id, title: title, at: at };
      return eventItem(event, bundle.auth_fields.domain);
    });
  }

  /** A ping triggers nothing. */
  function isEvent(received) {
    var event = Object(received);
    return typeof event.event === "string" && typeof event.dataset_id === "string";
  }

  function eventItem(received, domain) {
    var event = received.event, dataset_id = received.dataset_id, at = received.at;
    return {
      id: [dataset_id, event, at].join(":"),
      event: event,
      dataset_id: dataset_id,
      title: received.title || dataset_id,
      at: at,
      url: datasetPage(domain, dataset_id)
    };
  }

  // catalog-fields.ts
  /** The fields with which a user chooses datasets of the catalog. */

  /** The chosen datasets; with a further condition, those that meet it. */
  function chosenDatasets(choice, condition) {
    var chosen = ["theme", "keyword", "publisher", "language"].filter(function(name) {
      return (choice[name] || "").trim();
    });
    var facets = chosen.map(function(name) {
      return name + ":" + choice[name];
    }).concat(choice.facets || []);
    return {
      where: all([fullText(choice.search), choice.filter, condition]),
      refine: refinements(facets)
    };
  }

  /** The condition that it is the dataset that the user chose, which must be there. */
  function onlyDataset(portal, typed) {
    if (typed === undefined) {
      typed = "";
    }
    return typed.trim() === "" ? undefined : equals("dataset_id", dataset(portal, typed).dataset_id);
  }

  // time.ts
  var MINUTE = 60000;

  /** In minutes. */
  var DAY = 24 * 60;

  function minutesAgo(minutes) {
    return new Date(Date.now() - minutes * MINUTE);
  }

  function minutesBetween(earlier, later) {
    return Math.floor((later.getTime() - Date.parse(earlier)) / MINUTE);
  }

  /** Tells whether it lies more than some minutes back. An unknown time does not. */
  function isOlderThan(minutes, instant) {
    return instant ? Date.parse(instant) < minutesAgo(minutes).getTime() : false;
  }

  function checkMinutes(minutes) {
    if (!(minutes > 0)) throw new ErrorException("Minutes must be more than 0.");
  }

  // datasets-in-sight.ts
  /** The datasets that one poll sees, and their dates. */

  var MOST_IN_SIGHT = 1000;

  /** The first datasets; when a Zap is turned on, those parts of all datasets that ids are made of. */
  function datasetsInSight(portal, selection, poll) {
    var meta = poll.meta, isEnough = poll.isEnough;
    if (meta.first_poll) {
      var all = { select: poll.remembered, most: Number.POSITIVE_INFINITY };
      return catalogDatasets(portal, __assign({}, selection, all));
    }
    var most = meta.frontend ? SAMPLES : MOST_IN_SIGHT;
    return catalogDatasets(portal, __assign({}, selection, { most: most, isEnough: isEnough }));
  }

  /**
   * Publishing a dataset processes its metadata, so that new datasets stand in front. When all were just published anew, a new one
   * stands behind many others: so all of a day are looked at.
   */
  function publishedDatasets(portal, chosen, poll) {
    var selection = __assign(__assign({}, chosen), { order_by: descending("metadata_processed") });
    var isEnough = function(last) {
      return isOlderThan(DAY, publishedAt(last));
    };
    return datasetsInSight(portal, selection, __assign({}, poll, { isEnough: isEnough }));
  }

  /** A portal that does not keep `modified` by itself only knows when it processed the data. */
  function dataChangedAt(dataset) {
    var metas = metasOf(dataset);
    if (metas.modified && metas.modified_updates_on_data_change) return metas.modified;
    return metas.data_processed || metas.metadata_processed;
  }

  function dataProcessedAt(dataset) {
    return metasOf(dataset).data_processed;
  }

  function publishedAt(dataset) {
    return metasOf(dataset).metadata_processed;
  }

  // triggers/dataset_not_updated.ts
  /** The time of the last processing is in the id: an update arms the alert again. */
  function dataset_not_updated_poll(bundle) {
    var trigger_fields = bundle.trigger_fields, meta = bundle.meta;
    checkMinutes(trigger_fields.minutes);
    // An id that is not remembered triggers at the next poll.
    if (meta.first_poll && trigger_fields.already_stale === "alert") return [];
    var portal = pollingPortal(bundle);
    var now = new Date();
    return polledDatasets({ portal: portal, meta: meta }, staleDatasets(portal, bundle), function(stale) {
      var processed = String(dataProcessedAt(stale));
      return { id: stale.dataset_uid + ":" + processed, minutes_since: minutesBetween(processed, now) };
    });
  }

  function staleDatasets(portal, bundle) {
    var trigger_fields = bundle.trigger_fields, meta = bundle.meta;
    var minutes = trigger_fields.minutes;
    var isStale = before("data_processed", minutesAgo(minutes));
    var selection = __assign(
      __assign({}, chosenDatasets(trigger_fields, all([isStale, onlyDataset(portal, trigger_fields.dataset)]))),
      {
        order_by: descending("data_processed")
      }
    );
    var remembered = "dataset_uid, metas";
    if (trigger_fields.already_stale === "alert")
      return datasetsInSight(portal, selection, { meta: meta, remembered: remembered });
    // Those of more than a day ago have triggered.
    var isEnough = function(last) {
      return isOlderThan(minutes + DAY, dataProcessedAt(last));
    };
    return datasetsInSight(portal, selection, { meta: meta, remembered: remembered, isEnough: isEnough });
  }

  // automation.ts
  /** The Automation API v1.0, with which a portal is managed. */

  // Source: automation-v1, parameter limit.
  var LONGEST_PAGE = 1000;

  function manage(portal, call) {
    return ask(portal, asManaging(portal, call));
  }

  function manageIfThere(portal, call) {
    return askIfThere(portal, asManaging(portal, call));
  }

  function managedList(portal, call, options) {
    if (options === undefined) {
      options = {};
    }
    var most = options.most === undefined ? Number.POSITIVE_INFINITY : options.most,
        offset = options.offset === undefined ? 0 : options.offset;
    return readPages({ most: most, longest: LONGEST_PAGE, offset: offset }, function(limit, start) {
      var query = __assign({}, call.query, { limit: limit, offset: start });
      return askForPage(portal, asManaging(portal, __assign({}, call, { query: query, list: "results" })));
    });
  }

  /** The entries of a list whose pages are as long as the portal decides. */
  function followedList(portal, call, isEnough) {
    var first = __assign({}, asManaging(portal, call), { list: "results" });
    var page = ask(portal, first);
    var found = page.results;
    for (;;) {
      var last = page.results[page.results.length - 1];
      if (!page.next || !last || isEnough(last)) return found;
      page = ask(portal, __assign(__assign({}, first), { path: behindDomain(page.next), query: {} }));
      found = found.concat(page.results);
    }
  }

  /** The key goes to the account's portal only, with any address. */
  function behindDomain(address) {
    return address.replace(/^[a-z]+:\/\/[^/]+/, "");
  }

  /** The API has no visitors. */
  function asManaging(portal, call) {
    if (!portal.authorization) throw connectAgain(portal, keyNeeded);
    return __assign({}, call, { path: "/api/automation/v1.0" + call.path });
  }

  // managed-datasets.ts
  /** Datasets as the Automation API has them, published or not. */

  var datasetList = {
    path: "/datasets/",
    about: "the list of datasets",
    narrow: "Give the identifier of the dataset.",
    permission: "edit_dataset"
  };

  function callFor(uid, below) {
    return {
      path: "/datasets/" + encodeURIComponent(uid) + "/" + below,
      about: "the dataset " + uid,
      narrow: "Choose fewer datasets.",
      permission: "edit_dataset"
    };
  }

  function managedDatasets(portal, page) {
    return managedList(portal, datasetList, page);
  }

  /** A dataset has two identifiers: `air-quality`, `da_5m8ykr`. */
  function managedDataset(portal, typed) {
    var found = managedDatasetIfThere(portal, typed);
    if (found) return found;
    throw notThere(portal, { about: 'the dataset "' + typed.trim() + '"', find: findDataset });
  }

  function managedDatasetIfThere(portal, typed) {
    var identifier = identifierIn(typed);
    var byUid = function() {
      return manageIfThere(portal, callFor(identifier, ""));
    };
    var byName = function() {
      return datasetOfName(portal, identifier);
    };
    return isUid(identifier) ? byUid() || byName() : byName() || byUid();
  }

  function datasetOfName(portal, dataset_id) {
    var found = managedList(portal, __assign({}, datasetList, { query: { dataset_id: dataset_id } }), {
      most: 1
    });
    return found.filter(function(each) {
      return each.dataset_id === dataset_id;
    })[0];
  }

  /** Source: automation-v1, Dataset schema, the example. A dataset_id can look the same. */
  function isUid(identifier) {
    return /^da_[a-z0-9]+$/.test(identifier);
  }

  function datasetStatusIfThere(portal, uid) {
    return manageIfThere(portal, callFor(uid, "status/"));
  }

  function beginTask(portal, uid, task) {
    manage(portal, __assign({}, callFor(uid, task + "/"), { method: "POST", permission: "publish_dataset" }));
  }

  function createDataset(portal, body) {
    return manage(portal, {
      method: "POST",
      path: "/datasets/",
      body: body,
      about: "new datasets",
      permission: "create_dataset"
    });
  }

  /** A federated dataset keeps its own value from then on. */
  function setMetadata(portal, dataset, newMetadata) {
    var template = newMetadata.template,
        name = newMetadata.name,
        value = newMetadata.value,
        done = newMetadata.done;
    manage(
      portal,
      __assign(
        __assign(
          {},
          callFor(
            dataset.uid,
            "metadata/" + encodeURIComponent(template) + "/" + encodeURIComponent(name) + "/"
          )
        ),
        {
          method: "PUT",
          body: isFederated(dataset) ? { value: value, override_remote_value: true } : { value: value },
          done: done,
          about: "the metadata " + template + "." + name + " of the dataset " + dataset.uid
        }
      )
    );
  }

  /** Source: automation-v1, DatasetMetadataValue: linked datasets have these properties. */
  function isFederated(dataset) {
    return /"(override_remote_value|remote_value)":/.test(JSON.stringify(dataset.metadata) || "");
  }

  /** The newest first, as far as they are wanted. */
  function feedbacksUntil(portal, uid, isEnough) {
    var narrow = "Archive old comments on the portal.";
    var call = __assign({}, callFor(uid, "feedbacks/"), { query: { sort: "-created_at" }, narrow: narrow });
    return followedList(portal, call, isEnough);
  }

  /** A dataset that was never published need not have a title. */
  function titleOf(dataset) {
    var title = (dataset.metadata && dataset.metadata.default || {}).title;
    return title && title.value ? String(title.value) : dataset.dataset_id;
  }

  // managed-dataset-item.ts
  /** A dataset and its status, as actions report them. */

  /** Begins a task, and reports how far the portal is. */
  function beginWith(task, bundle) {
    var portal = actingPortal(bundle);
    var dataset = managedDataset(portal, bundle.action_fields.dataset);
    beginTask(portal, dataset.uid, task);
    return managedDatasetItem(portal, dataset);
  }

  function managedDatasetItem(portal, dataset) {
    return __assign(__assign({
      id: dataset.uid || dataset.dataset_id,
      dataset_id: dataset.dataset_id,
      title: titleOf(dataset),
      is_restricted: dataset.is_restricted
    }, pick(statusIfKnown(portal, dataset.uid), ["is_published", "status", "since", "message"])), {
      url: backOfficePage(portal.domain, dataset.uid)
    });
  }

  /** The action has succeeded, even if the status cannot be read. */
  function statusIfKnown(portal, uid) {
    try {
      var status = uid ? datasetStatusIfThere(portal, uid) : undefined;
      if (status) return status;
    } catch (error) {
      // The reason does not matter.
    }
    var message = portal.domain + " did not tell the dataset's status.";
    return { status: "unknown", is_published: null, message: message };
  }

  function backOfficePage(domain, uid) {
    return "https://" + domain + "/backoffice/catalog/datasets/" + encodeURIComponent(uid) + "/";
  }

  // triggers/dataset_status.ts
  /** Each takes a request, and a poll has 30 seconds. */
  var MOST_DATASETS = 20;

  /** The time at which it began is in the id: a status that comes back triggers again. */
  function dataset_status_poll(bundle) {
    var statuses = bundle.trigger_fields.statuses === undefined ?
      ["error", "limit_reached"] :
      bundle.trigger_fields.statuses;
    var datasets = bundle.trigger_fields.datasets.filter(function(typed) {
      return typed.trim() !== "";
    });
    if (datasets.length > MOST_DATASETS) {
      throw new ErrorException(
        "Choose at most " + MOST_DATASETS + " datasets: there are " + datasets.length + "."
      );
    }
    var portal = pollingPortal(bundle);
    var items = statusItems(portal, watchedDatasets(portal, datasets.map(identifierIn)));
    if (items.length === 0) {
      throw new ErrorException(portal.domain + " does not have any of the chosen datasets any more.");
    }
    var wanted = items.filter(function(item) {
      return contains(statuses, item.status);
    });
    return polled(wanted, bundle.meta);
  }

  /** The chosen datasets that are still there. */
  function watchedDatasets(portal, identifiers) {
    var published = datasetsInCatalog(portal, identifiers);
    var watched = [];
    for (var i = 0; i < identifiers.length; i++) {
      var identifier = identifiers[i];
      var found = published[identifier] || unpublishedDataset(portal, identifier);
      if (found) watched.push(found);
    }
    return watched;
  }

  function unpublishedDataset(portal, identifier) {
    var found = managedDatasetIfThere(portal, identifier);
    return found && { dataset_uid: found.uid, dataset_id: found.dataset_id, title: titleOf(found) };
  }

  /** Those in the catalog by both of their identifiers, in one request. The others are asked for one by one. */
  function datasetsInCatalog(portal, identifiers) {
    var where = oneOf("dataset_id", identifiers) + " or " + oneOf("dataset_uid", identifiers);
    var found = {};
    try {
      for (
        var i = 0, list = catalogDatasets(portal, { where: where, most: MOST_DATASETS });
        i < list.length;
        i++
      ) {
        var dataset = list[i];
        var dataset_uid = dataset.dataset_uid, dataset_id = dataset.dataset_id;
        var title = metasOf(dataset).title || dataset_id;
        found[dataset_uid] = { dataset_uid: dataset_uid, dataset_id: dataset_id, title: title };
        found[dataset_id] = { dataset_uid: dataset_uid, dataset_id: dataset_id, title: title };
      }
    } catch (error) {
      // The Automation API has all of them.
    }
    return found;
  }

  function statusItems(portal, datasets) {
    var items = [];
    for (var i = 0; i < datasets.length; i++) {
      var dataset = datasets[i];
      var uid = dataset.dataset_uid;
      var found = datasetStatusIfThere(portal, uid);
      if (!found) continue;
      items.push(__assign(__assign(__assign({
        id: [uid, found.status, found.since].join(":")
      }, dataset), pick(found, ["status", "previous", "since", "is_published", "message", "records_errors"])), {
        url: backOfficePage(portal.domain, uid)
      }));
    }
    return items;
  }

  // triggers/datasets.ts
  function datasets_poll(bundle) {
    var page = { most: FIRST_PAGE, offset: (bundle.meta.page || 0) * FIRST_PAGE };
    var found = catalogDatasets(pollingPortal(bundle), __assign({}, page, { order_by: "title" }));
    return found.map(function(dataset) {
      return {
        id: dataset.dataset_id,
        title: metasOf(dataset).title || dataset.dataset_id,
        dataset_uid: dataset.dataset_uid
      };
    });
  }

  // managed-portal.ts
  function harvesters(portal) {
    return managedList(portal, { path: "/harvesters/", about: "the harvesters", permission: "edit_domain" });
  }

  function harvesterErrors(portal, uid) {
    return manage(portal, callForHarvester(uid, "errors/"));
  }

  function startHarvester(portal, uid) {
    return manage(portal, __assign({}, callForHarvester(uid, "start/"), { method: "POST" }));
  }

  function callForHarvester(uid, below) {
    return {
      path: "/harvesters/" + encodeURIComponent(uid) + "/" + below,
      about: "the harvester " + uid,
      permission: "edit_domain",
      narrow: "Name one harvester."
    };
  }

  function userGroups(portal) {
    return managedList(portal, { path: "/groups/", about: "the groups", permission: "edit_domain" });
  }

  function addToGroup(portal, group, username) {
    return manage(portal, {
      method: "POST",
      path: "/groups/" + encodeURIComponent(group) + "/users/",
      body: { username: username },
      about: 'the group "' + group + '"',
      permission: "edit_domain"
    });
  }

  function inviteUser(portal, user) {
    var answers = manage(portal, {
      method: "POST",
      path: "/users/invite/",
      body: [user],
      about: "the users",
      permission: "edit_domain"
    });
    return answers["0"] || {};
  }

  function metadataTemplates(portal) {
    var about = "the metadata templates";
    return managedList(portal, { path: "/metadata/templates/", about: about, permission: "edit_dataset" });
  }

  function extractors(portal) {
    var about = "the kinds of files";
    return manage(portal, { path: "/extractors/", about: about, permission: "edit_dataset", list: "[]" });
  }

  // triggers/extractors.ts
  function extractors_poll(bundle) {
    return extractors(pollingPortal(bundle)).map(function(extractor) {
      var type = extractor.type, label = extractor.label;
      return { id: type, label: label || type };
    });
  }

  // storage.ts
  /**
   * Storage by Zapier. Assumed, as public programs use it: `GET` answers the store as an object, `POST` merges an object into it.
   * Source of the limits, 500 keys of 2,500 bytes: its documentation for users.
   */

  var address = "https://store.zapier.com/api/records";
  var MOST_KEYS = 500;

  function openStorage(typed, zap_id) {
    var secret = typed.trim();
    var content = asked(secret).content;
    var records = Object(parsed(content));
    return { secret: secret, prefix: zap_id + ":", records: records };
  }

  /** Undefined where nothing is written, or where somebody else has changed it. */
  function readStorage(storage) {
    var prefix = storage.prefix, records = storage.records;
    var _match = /^(\d+)\|([\s\S]*)$/.exec(String(records[prefix + "0"])) || [],
        count = _match[1],
        start = _match[2] === undefined ? "" : _match[2];
    var text = start;
    for (var index = 1; index < Number(count); index++) text += String(records[prefix + index]);
    return parsed(text);
  }

  /** Only parts that have changed are sent. */
  function writeStorage(storage, state) {
    var secret = storage.secret, prefix = storage.prefix, records = storage.records;
    var parts = partsOf(z.JSON.stringify(state));
    var keys = Object.keys(records);
    var own = keys.filter(function(key) {
      return key.indexOf(prefix) === 0;
    });
    var free = MOST_KEYS - (keys.length - own.length);
    if (parts.length > free) {
      throw new ErrorException(
        "This Zap has to remember " + parts.length + " keys, and your Storage by Zapier has room for " + free +
          ". Choose fewer records with a filter, or watch fewer fields."
      );
    }
    var next = {};
    // Parts of a longer state before this one.
    for (var i = 0; i < own.length; i++) {
      var key = own[i];
      next[key] = "";
    }
    parts.forEach(function(part, index) {
      next[prefix + index] = index === 0 ? parts.length + "|" + part : part;
    });
    var changed = Object.keys(next).filter(function(key) {
      return next[key] !== records[key];
    });
    if (changed.length > 0) asked(secret, pick(next, changed));
  }

  /** Half as long as the store takes: as JSON, a part can be twice as long. */
  var LENGTH_OF_PART = 1200;

  /** As ASCII, so that bytes are characters. */
  function partsOf(text) {
    var ascii = text.replace(/[^ -~]/g, function(character) {
      var code = character.charCodeAt(0).toString(16);
      return "\\u" + ("000" + code).slice(-4);
    });
    var parts = [];
    for (var start = 0; start < ascii.length; start += LENGTH_OF_PART) {
      parts.push(ascii.slice(start, start + LENGTH_OF_PART));
    }
    return parts;
  }

  /** Reads the store, or writes into it. The secret is in no message. */
  function asked(secret, changed) {
    var answer;
    try {
      var request = jsonRequest(address + "?secret=" + encodeURIComponent(secret), changed, "");
      answer = z.request(__assign({}, request, { timeout: 8000 }));
    } catch (error) {
      throw new HaltedException("Storage by Zapier could not be reached.");
    }
    var status_code = answer.status_code, content = answer.content;
    // A text that is no JSON was broken off. An empty store may have none.
    var isBroken = !changed && content && !parsed(content) && content !== "null";
    if (status_code === 429 || status_code >= 500 || isBroken) {
      throw new HaltedException("Storage by Zapier has a problem of its own (status " + status_code + ").");
    }
    if (status_code < 300) return answer;
    throw new ErrorException(
      "Storage by Zapier does not accept the storage secret (status " + status_code +
        "). Copy it once more from your Storage by Zapier connection."
    );
  }

  // memory.ts
  /** The memory of a Zap between two polls. */

  /** The most events that a poll may find, and the most of earlier polls that are told again. */
  var MOST_EVENTS = 500;

  /**
   * The state now, and the events that were found. Earlier ones are told again with the same ids: the poll that found them may have
   * come to nothing.
   */
  function remember(options, secret, comparison) {
    var meta = options.meta, zap = options.zap;
    var form = comparison.form, begin = comparison.begin, compare = comparison.compare;
    var storage = openStorage(secret, zap.id);
    var memory = meta.first_poll ? undefined : readStorage(storage);
    var isKnown = memory !== undefined && memory[0] === form;
    var now = isKnown ? compare(memory[1]) : { state: begin(memory !== undefined), events: [] };
    var events = now.events.concat(isKnown ? memory[2].slice(0, MOST_EVENTS) : []);
    writeStorage(storage, [form, now.state, events]);
    return { state: now.state, events: events };
  }

  /** A test and the editor only look. */
  function remembers(meta) {
    return !meta.frontend && !meta.prefill && !meta.test_poll;
  }

  // area.ts
  var number = "(-?\\d+(?:\\.\\d+)?)";
  // Source: explore-v2.1, within_distance: the units.
  var circle = new RegExp(
    "^" + number + "\\s*,\\s*" + number + "\\s*,\\s*(\\d+(?:\\.\\d+)?)\\s*(km|mi|yd|ft|cm|mm|m)?$",
    "i"
  );
  /** `(48.8,2.2)`, with latitude first. */
  var corner = new RegExp("\\(\\s*" + number + "\\s*,\\s*" + number + "\\s*\\)", "g");
  var point = new RegExp(number + "\\s+" + number + "(?:\\s+" + number + ")?", "g");
  /** A parameter in the address of a map on a portal. */
  var mapParameter = /geofilter\.(?:polygon|distance)(?:=|%3d)([^&]*)/i;

  var forms = 'Write a circle as "48.85, 2.35, 10km", a polygon as "(48.8,2.2),(48.9,2.2),(48.9,2.4)" with latitude before longitude, as "POLYGON((2.2 48.8, …))", or as GeoJSON.';

  /**
   * The condition that a record lies in an area.
   *
   *     48.85, 2.35, 10km                 -> within_distance(`place`, geom'POINT(2.35 48.85)', 10km)
   *     (48.8,2.2),(48.9,2.2),(48.9,2.4)  -> within(`place`, geom'POLYGON((2.2 48.8,2.2 48.9,2.4 48.9,2.2 48.8))')
   */
  function inArea(field, typed) {
    var _match = mapParameter.exec(typed) || [], parameter = _match[1];
    var area = parameter ? percentDecoded(parameter.replace(/\+/g, " ")).trim() : typed.trim();
    var _match_1 = circle.exec(area) || [],
        round = _match_1[0],
        latitude = _match_1[1],
        longitude = _match_1[2],
        distance = _match_1[3],
        unit = _match_1[4] === undefined ? "m" : _match_1[4];
    if (round && isPosition([Number(longitude), Number(latitude)])) {
      var center = "geom'POINT(" + longitude + " " + latitude + ")'";
      return "within_distance(" + fieldName(field) + ", " + center + ", " + distance + unit.toLowerCase() + ")";
    }
    var polygons = polygonsIn(area);
    if (Array.isArray(polygons) && polygons.length > 0 && polygons.every(isPolygon)) {
      var shape = polygons.length > 1 ? "MULTIPOLYGON" + asText(polygons) : "POLYGON" + asText(polygons[0]);
      return "within(" + fieldName(field) + ", geom'" + shape + "')";
    }
    throw new ErrorException('"' + area + '" is not an area. ' + forms);
  }

  /** Any form is read as the lists of GeoJSON. */
  function polygonsIn(area) {
    var _match = /^(MULTI)?POLYGON\s*Z?\s*(\(.*\))$/i.exec(area) || [], multi = _match[1], shape = _match[2];
    if (shape) {
      var lists = parsed(shape.replace(point, "[$1,$2]").replace(/\(/g, "[").replace(/\)/g, "]"));
      return multi ? lists : [lists];
    }
    if (/^\{/.test(area)) return ofGeoJson(parsed(area));
    var ring = parsed("[" + area.replace(corner, "[$2,$1]") + "]");
    return isRing(ring, 3) ? [[ring.concat(isClosed(ring) ? [] : ring.slice(0, 1))]] : [];
  }

  function ofGeoJson(given) {
    var _given = given || {},
        type = _given.type,
        coordinates = _given.coordinates,
        geometry = _given.geometry,
        features = _given.features === undefined ? [] : _given.features;
    if (type === "Polygon") return [coordinates];
    if (type === "MultiPolygon") return coordinates;
    if (type === "Feature") return ofGeoJson(geometry);
    return features.reduce(function(polygons, feature) {
      return polygons.concat(ofGeoJson(feature));
    }, []);
  }

  function isPolygon(rings) {
    return Array.isArray(rings) && rings.length > 0 && rings.every(function(ring) {
      return isRing(ring, 4) && isClosed(ring);
    });
  }

  function isRing(ring, fewest) {
    return Array.isArray(ring) && ring.length >= fewest && ring.every(isPosition);
  }

  function isPosition(position) {
    var _position = Array.isArray(position) ? position : [], longitude = _position[0], latitude = _position[1];
    if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) {
      throw new ErrorException(latitude + ", " + longitude + " is not a place on Earth. " + forms);
    }
    return typeof longitude === "number" && typeof latitude === "number";
  }

  function isClosed(ring) {
    return String(ring[0]) === String(ring[ring.length - 1]);
  }

  /** `[[[2.2,48.8],…]]` -> `((2.2 48.8,…))` */
  function asText(lists) {
    var pairs = JSON.stringify(lists).replace(/\[([^[\],]+),([^[\],]+)[^[\]]*\]/g, "$1 $2");
    return pairs.replace(/\[/g, "(").replace(/\]/g, ")");
  }

  // record-fields.ts
  /** The fields with which a user chooses records of a dataset. */

  function chosenRecords(choice, dataset) {
    var area = choice.area;
    var place = area && area.trim() !== "" ? inArea(placeField(dataset), area) : undefined;
    return { where: all([choice.filter, place]), refine: refinements(choice.facets) };
  }

  function placeField(dataset) {
    var byType = function(type) {
      return dataset.fields.filter(function(field) {
        return field.type === type;
      })[0];
    };
    var place = byType("geo_point_2d") || byType("geo_shape");
    if (!place)
      throw new ErrorException('The dataset "' + dataset.dataset_id + '" has no places: leave the area empty.');
    return place.name;
  }

  /** The dataset that is chosen so far, for a list that depends on it. */
  function datasetChosenFor(list, options) {
    var dataset = options.dataset;
    var typed = String(dataset || "").trim();
    if (typed === "") throw new ErrorException("Choose the dataset first: then this list shows " + list + ".");
    if (isVariable(typed)) {
      throw new ErrorException(
        "The dataset comes from an earlier step, so that this list cannot show " + list +
          " yet. Type the name, or choose a dataset first."
      );
    }
    return typed;
  }

  /** A variable of an earlier step has no value before the Zap runs. */
  function isVariable(text) {
    return /\{\{.*\}\}/.test(text);
  }

  var fieldTypes = {
    int: "int",
    double: "float",
    boolean: "bool",
    date: "datetime",
    datetime: "datetime",
    html: "text",
    longstring: "text"
  };

  /** The platform's type for a field or for metadata of a portal. */
  function platformType(type) {
    return fieldTypes[String(type)] || "unicode";
  }

  /** For values under keys with a prefix. */
  function labelsOf(fields, prefix) {
    return fields.map(function(field) {
      var name = field.name, label = field.label, type = field.type;
      return {
        type: platformType(type),
        key: prefix + name,
        label: label || name
      };
    });
  }

  // record-item.ts
  /** A record as later steps of a Zap see it. */

  /** A hash of all values, or of the unique fields that the publisher marked. */
  var ownId = "recordid";

  /** The fields that a portal adds to a record on request. */
  var ownFields = ownId + ", record_timestamp";

  /** The values of the dataset's fields. */
  function valuesOf(record) {
    var recordid = record.recordid,
        record_timestamp = record.record_timestamp,
        values = __rest(record, ["recordid", "record_timestamp"]);
    return values;
  }

  function recordItem(record, id, url) {
    return { id: id, published: record.record_timestamp, record: valuesOf(record), url: url };
  }

  // record-identity.ts
  /** Those that the user chose, else those that the publisher marked, else none. */
  function identifyingFields(typed, fields) {
    var chosen = knownFields(typed || [], fields, "identifying field");
    return chosen.length > 0 ? chosen : namesOf(fields.filter(isMarked));
  }

  function knownFields(typed, fields, role) {
    var chosen = typed.map(function(name) {
      return name.trim();
    }).filter(function(name) {
      return name !== "";
    });
    var names = namesOf(fields);
    for (var i = 0; i < chosen.length; i++) {
      var name = chosen[i];
      if (!contains(names, name)) {
        throw new ErrorException(
          "This dataset has no " + role + ' "' + name + '". Choose one of: ' + names.join(", ") + "."
        );
      }
    }
    return chosen;
  }

  /** The one name that a user chose, if any. */
  function knownField(typed, fields, role) {
    return knownFields([typed || ""], fields, role)[0];
  }

  function isMarked(field) {
    return Boolean(field.annotations && field.annotations.id);
  }

  /** `["station-7","2024-03-01"]`; without one of these values, the record's own id. */
  function identityOf(record, identifying) {
    var isComplete = identifying.every(function(name) {
      return record[name] !== null && record[name] !== undefined;
    });
    return identifying.length > 0 && isComplete ? valuesAsText(record, identifying) : String(record[ownId]);
  }

  /** `["red",null]` */
  function valuesAsText(record, names) {
    return JSON.stringify(names.map(function(name) {
      return record[name];
    }));
  }

  // record-labels.ts
  /** The labels of fields in the editor: "Postal code" for `code_postal`. */

  // Source: docs/platform.md, "Limits".
  var MOST_LABELS = 1000;

  /** No request without a key: the platform would send an empty `Authorization` header. */
  function requestForLabels(auth_fields, chosen) {
    if (!isKnown(chosen) || !auth_fields.authorization) throw new StopRequestException("There are no labels.");
    return { url: addressOf(auth_fields, datasetCall(chosen, "")) };
  }

  function labelsIn(answer, auth_fields, prefixes) {
    var portal = pollingPortal({ auth_fields: auth_fields });
    var fields = dataOf(portal, { path: "", about: "this dataset" }, answer).fields;
    var labels = prefixes.reduce(function(found, prefix) {
      return found.concat(labelsOf(fields, prefix));
    }, []);
    return labels.slice(0, MOST_LABELS);
  }

  /** The labels of a record's values, as soon as a dataset is chosen. */
  function recordLabels(portal, chosen) {
    return isKnown(chosen) ? labelsOf(dataset(portal, chosen).fields, "record__") : [];
  }

  function isKnown(chosen) {
    return chosen !== undefined && chosen.trim() !== "" && !isVariable(chosen);
  }

  // records-in-sight.ts
  /** The records that one poll sees. */

  var MOST_RECORDS = 1000;
  var MOST_COMPARED = 10000;

  /** The average bytes of a heavy value: an outline, a long text. */
  var HEAVY = 1000;

  /** The first records with no more than some fields, so that one answer holds many. */
  function comparedRecords(watchedRecords, names) {
    var portal = watchedRecords.portal, found = watchedRecords.found, selection = watchedRecords.selection;
    var select = fieldList([ownId].concat(names));
    var wanted = __assign({}, selection, { select: select, most: MOST_COMPARED, guess: MOST_COMPARED });
    return firstRecords(portal, found.dataset_id, wanted).entries;
  }

  /** The first records. Where they would not fit otherwise, pointers stand in place of heavy values that are not needed. */
  function recordsInSight(watchedRecords, needed, most) {
    var portal = watchedRecords.portal, found = watchedRecords.found, selection = watchedRecords.selection;
    if (most === undefined) {
      most = MOST_RECORDS;
    }
    var dataset_id = found.dataset_id, fields = found.fields;
    var first = __assign(__assign({}, selection), {
      select: "*, " + ownFields,
      most: Math.min(most, FIRST_PAGE)
    });
    var page = firstRecords(portal, dataset_id, first);
    if (page.isAll || page.entries.length >= most) return page.entries;

    var names = namesOf(fields);
    var sizeOf = function(name) {
      return sumOfSizes(page.entries, name);
    };
    var isHeavy = function(name) {
      return !contains(needed, name) && sizeOf(name) > HEAVY * page.entries.length;
    };
    var heavy = entriesThatFit(page) < most ? names.filter(isHeavy) : [];
    var light = heavy.length > 0 ? fieldList(names.filter(function(name) {
      return !contains(heavy, name);
    })) : "*";
    var bytes = heavy.reduce(function(rest, name) {
      return rest - sizeOf(name);
    }, page.bytes);
    var guess = entriesThatFit(__assign({}, page, { bytes: bytes }));
    var second = __assign({}, first, { select: light + ", " + ownFields, most: most, guess: guess });
    var entries = firstRecords(portal, dataset_id, second).entries;
    return entries.map(function(record) {
      return withPointers(record, heavy, dataset_id);
    });
  }

  function sumOfSizes(records, name) {
    return records.reduce(function(bytes, record) {
      return bytes + byteLength(JSON.stringify(record[name]) || "");
    }, 0);
  }

  function withPointers(record, names, dataset) {
    var whole = __assign({}, record);
    for (var i = 0; i < names.length; i++) {
      var field = names[i];
      whole[field] = z.dehydrate("record_value", {
        dataset: dataset,
        record: String(record[ownId]),
        field: field
      });
    }
    return whole;
  }

  // value-changes.ts
  /** Changes of watched values, found in the records of a dataset. */

  /** The changes between two readings of one identity. */
  function changesInHistory(newestFirst, fields) {
    var identifying = fields.identifying, watched = fields.watched;
    var changes = [];
    var later = {};
    for (var i = 0; i < newestFirst.length; i++) {
      var before = newestFirst[i];
      var identity = identityOf(before, identifying);
      var record = later[identity];
      if (record && valuesAsText(record, watched) !== valuesAsText(before, watched))
        changes.push({ record: record, before: before });
      later[identity] = before;
    }
    return changes;
  }

  /** The changes since what is remembered, and what is to be remembered then. The others are left to the next poll. */
  function changesSince(remembered, records, now) {
    var watched = now.watched;
    var state = __assign({}, remembered);
    var events = [];
    for (var i = 0, keys = Object.keys(records); i < keys.length; i++) {
      var identity = keys[i];
      var record = records[identity];
      var before = remembered[identity];
      var isChanged = !before || valuesAsText(before, watched) !== valuesAsText(record, watched);
      if (isChanged && events.length === now.most) continue;
      if (isChanged) events.push({ record: record, before: before, found_at: now.found_at });
      state[identity] = pick(record, watched);
    }
    return { state: state, events: events };
  }

  /** Keeps the newest of several records with one identity. */
  function firstByIdentity(records, identifying) {
    var first = {};
    for (var i = 0; i < records.length; i++) {
      var record = records[i];
      var identity = identityOf(record, identifying);
      first[identity] = first[identity] || record;
    }
    return first;
  }

  // triggers/field_value_changed.ts
  function field_value_changed_poll(bundle) {
    var trigger_fields = bundle.trigger_fields, meta = bundle.meta;
    var portal = pollingPortal(bundle);
    var found = dataset(portal, trigger_fields.dataset);
    var fields = watchedFields(trigger_fields, found);
    var order_by = fields.timestamp && descending(fields.timestamp);
    var selection = __assign({}, chosenRecords(trigger_fields, found), { order_by: order_by });
    var watch = { portal: portal, found: found, fields: fields, selection: selection };

    var storage_secret = trigger_fields.storage_secret, keeps = trigger_fields.keeps;
    var isRemembering = storage_secret && keeps === "latest" && remembers(meta);
    var items = isRemembering ? rememberedItems(bundle, storage_secret, watch) : itemsInSight(bundle, watch);
    return polled(meta.frontend ? items.slice(0, SAMPLES) : items, meta);
  }

  function watchedFields(trigger_fields, found) {
    var fields = found.fields;
    var identifying = identifyingFields(trigger_fields.id_fields, fields);
    if (identifying.length === 0) {
      throw new ErrorException(
        'The dataset "' + found.dataset_id + '" has no unique fields: choose the identifying fields.'
      );
    }
    var timestamp = knownField(trigger_fields.timestamp, fields, "timestamp field");
    if (trigger_fields.keeps === "history" && !timestamp) {
      throw new ErrorException(
        "With a new record for each reading, choose the timestamp field: it says which reading came first."
      );
    }
    return {
      identifying: identifying,
      watched: knownFields(trigger_fields.watched, fields, "watched field"),
      timestamp: timestamp
    };
  }

  /** Without a record for each reading, every record may be a change. */
  function itemsInSight(bundle, watch) {
    var compared = comparedFields(watch.fields);
    var records = bundle.meta.first_poll ? comparedRecords(watch, compared) : recordsInSight(watch, compared);
    var changes = bundle.trigger_fields.keeps === "history" ?
      changesInHistory(records, watch.fields) :
      records.map(function(record) {
        return { record: record };
      });
    return changes.map(function(change) {
      return changeItem(change, watch);
    });
  }

  /** The changes since the values that the Zap remembers. */
  function rememberedItems(bundle, secret, watch) {
    var found = watch.found, fields = watch.fields;
    var identifying = fields.identifying, watched = fields.watched;
    var compared = comparedFields(fields);
    var records = firstByIdentity(comparedRecords(watch, compared), identifying);
    var found_at = new Date().toISOString();
    var events = remember(bundle, secret, {
      form: JSON.stringify([found.dataset_uid, identifying, watched]),
      begin: function() {
        return changesSince({}, records, {
          watched: watched,
          found_at: found_at,
          most: Number.POSITIVE_INFINITY
        }).state;
      },
      compare: function(before) {
        return changesSince(before, records, { watched: watched, found_at: found_at, most: MOST_EVENTS });
      }
    }).events;
    // The platform has the whole records of the earlier ones.
    var isNew = events.some(function(change) {
      return change.found_at === found_at;
    });
    var whole = isNew ? firstByIdentity(recordsInSight(watch, compared), identifying) : {};
    return events.map(function(change) {
      return changeItem(change, watch, whole[identityOf(change.record, identifying)]);
    });
  }

  function comparedFields(fields) {
    return fields.identifying.concat(fields.watched, fields.timestamp || []);
  }

  function changeItem(change, watch, whole) {
    var record = change.record, before = change.before, found_at = change.found_at;
    if (whole === undefined) {
      whole = record;
    }
    var _fields = watch.fields,
        identifying = _fields.identifying,
        watched = _fields.watched,
        timestamp = _fields.timestamp;
    var changed_at = timestamp ? record[timestamp] : found_at;
    var date = found_at || (timestamp ? String(changed_at) : []);
    return {
      id: [identityOf(record, identifying), valuesAsText(record, watched)].concat(date).join(":"),
      key: identifying.map(function(name) {
        return record[name];
      }).join(", "),
      changed_at: changed_at,
      value: pick(record, watched),
      old_value: before && pick(before, watched),
      old_value_known: before !== undefined,
      record: valuesOf(whole),
      url: datasetPage(watch.portal.domain, watch.found.dataset_id)
    };
  }

  function field_value_changed_pre_custom_trigger_fields(bundle) {
    return requestForLabels(bundle.auth_fields, bundle.trigger_fields.dataset);
  }

  function field_value_changed_post_custom_trigger_fields(bundle) {
    return labelsIn(bundle.response, bundle.auth_fields, ["value__", "old_value__", "record__"]);
  }

  // triggers/fields.ts
  function fields_poll(bundle) {
    var chosen = datasetChosenFor("its fields", bundle.trigger_fields);
    var fields = dataset(pollingPortal(bundle), chosen).fields;
    return fields.map(function(field) {
      var name = field.name, label = field.label, type = field.type;
      return { id: name, label: label || name, type: type };
    });
  }

  // triggers/groups.ts
  function groups_poll(bundle) {
    return userGroups(pollingPortal(bundle)).map(function(userGroup) {
      var uid = userGroup.uid, title = userGroup.title;
      return { id: uid, title: title };
    });
  }

  // triggers/harvester_error.ts
  /** Each takes a request, and a poll has 30 seconds. */
  var MOST_FAILED = 20;

  /** The start of the run is in the id: a harvester that fails every night triggers every night. */
  function harvester_error_poll(bundle) {
    var portal = pollingPortal(bundle);
    var name = (bundle.trigger_fields.name || "").trim();
    var failed = harvesters(portal).filter(function(harvester) {
      return hasFailed(harvester) && (!name || harvester.name === name);
    }).sort(function(one, other) {
      return startOf(other) - startOf(one);
    }).slice(0, MOST_FAILED);
    var items = failed.map(function(harvester) {
      var errors = harvesterErrors(portal, harvester.uid);
      var faults = errors.resources || {};
      return __assign(__assign({
        id: harvester.uid + ":" + harvester.last_started_at,
        harvester_uid: harvester.uid
      }, pick(harvester, ["name", "type"])), {
        started_at: harvester.last_started_at,
        last_success_at: harvester.last_success_at,
        message: errors.harvester,
        datasets: Object.keys(faults).map(function(dataset) {
          return { dataset: dataset, message: faults[dataset] };
        })
      });
    });
    return polled(items, bundle.meta);
  }

  function startOf(harvester) {
    return Date.parse(harvester.last_started_at || "") || 0;
  }

  /** While it runs, the errors so far are not all. */
  function hasFailed(harvester) {
    return harvester.status === "idle" && (harvester.has_error || harvester.resource_errors_count > 0);
  }

  // triggers/harvesters.ts
  function harvesters_poll(bundle) {
    return harvesters(pollingPortal(bundle)).map(function(harvester) {
      var uid = harvester.uid, name = harvester.name, type = harvester.type;
      return { id: uid, name: name, type: type };
    });
  }

  // triggers/keywords.ts
  function keywords_poll(bundle) {
    return facetValueChoices(pollingPortal(bundle), "keyword");
  }

  // triggers/languages.ts
  function languages_poll(bundle) {
    return facetValueChoices(pollingPortal(bundle), "language");
  }

  // triggers/managed_datasets.ts
  function managed_datasets_poll(bundle) {
    var page = { most: FIRST_PAGE, offset: (bundle.meta.page || 0) * FIRST_PAGE };
    return managedDatasets(pollingPortal(bundle), page).map(function(dataset) {
      return {
        id: dataset.dataset_id,
        title: titleOf(dataset),
        dataset_uid: dataset.uid,
        is_published: dataset.is_published
      };
    });
  }

  // triggers/new_attachment.ts
  function new_attachment_poll(bundle) {
    var trigger_fields = bundle.trigger_fields, meta = bundle.meta;
    var portal = pollingPortal(bundle);
    var chosen = chosenDatasets(trigger_fields, onlyDataset(portal, trigger_fields.dataset));
    var remembered = "dataset_uid, dataset_id, attachments";
    var found = publishedDatasets(portal, chosen, { meta: meta, remembered: remembered });
    var items = [];
    for (var i = 0; i < found.length; i++) {
      var dataset = found[i];
      items.push.apply(items, attachmentItems(portal, dataset));
    }
    return polled(items, meta);
  }

  function attachmentItems(portal, dataset) {
    var dataset_uid = dataset.dataset_uid, dataset_id = dataset.dataset_id, attachments = dataset.attachments;
    return (attachments || []).map(function(attachment) {
      var id = attachment.id, title = attachment.title, mimetype = attachment.mimetype;
      return {
        id: dataset_uid + ":" + id,
        title: title,
        mimetype: mimetype,
        file: fileAt(portal, attachmentAddress(portal, dataset_id, id), title),
        dataset_uid: dataset_uid,
        dataset_id: dataset_id,
        dataset_title: metasOf(dataset).title || dataset_id,
        url: datasetPage(portal.domain, dataset_id)
      };
    });
  }

  // triggers/new_dataset.ts
  function new_dataset_poll(bundle) {
    var trigger_fields = bundle.trigger_fields, meta = bundle.meta;
    var portal = pollingPortal(bundle);
    var isByChange = trigger_fields.event === "changed";
    var remembered = isByChange ? "dataset_uid, metas" : "dataset_uid";
    var found = publishedDatasets(portal, chosenDatasets(trigger_fields), {
      meta: meta,
      remembered: remembered
    });
    return polledDatasets({ portal: portal, meta: meta }, found, function(dataset) {
      var dataset_uid = dataset.dataset_uid;
      return { id: isByChange ? dataset_uid + "@" + dataChangedAt(dataset) : dataset_uid };
    });
  }

  // triggers/new_feedback.ts
  /** All comments are remembered at first: when some are archived, older ones move up. */
  function new_feedback_poll(bundle) {
    var trigger_fields = bundle.trigger_fields, meta = bundle.meta;
    var portal = pollingPortal(bundle);
    var dataset_uid = managedDataset(portal, trigger_fields.dataset).uid;
    var isEnough = function(feedback) {
      var created_at = feedback.created_at;
      return !meta.first_poll && isOlderThan(DAY, created_at);
    };
    var items = feedbacksUntil(portal, dataset_uid, isEnough).map(function(feedback) {
      return {
        id: feedback.uid,
        dataset_uid: dataset_uid,
        record_id: feedback.record_id,
        // The account may be deleted.
        user: feedback.user ? feedback.user.username : null,
        comment: feedback.comment,
        suggestions: suggestionsIn(feedback),
        created_at: feedback.created_at
      };
    });
    return polled(items, meta);
  }

  function suggestionsIn(feedback) {
    var suggested = feedback.values || {};
    return Object.keys(suggested).map(function(field) {
      return { field: field, value: Object(suggested[field]).value };
    });
  }

  // triggers/new_record.ts
  function new_record_poll(bundle) {
    var trigger_fields = bundle.trigger_fields, meta = bundle.meta;
    var portal = pollingPortal(bundle);
    var found = dataset(portal, trigger_fields.dataset);
    var identifying = identifyingFields(trigger_fields.id_fields, found.fields);
    var order_by = descending(trigger_fields.order_by);
    var newest = {
      portal: portal,
      found: found,
      identifying: identifying,
      selection: __assign({}, chosenRecords(trigger_fields, found), { order_by: order_by })
    };
    var items = meta.first_poll ? idsOf(newest) : newestItems(newest, meta.frontend ? SAMPLES : undefined);
    return polled(withoutKnown(items, bundle, newest), meta);
  }

  /** When records are deleted, older ones move up among the newest: so more are remembered. */
  function idsOf(newest) {
    var identifying = newest.identifying;
    return comparedRecords(newest, identifying).map(function(record) {
      return { id: identityOf(record, identifying) };
    });
  }

  function newestItems(newest, most) {
    var portal = newest.portal, found = newest.found, identifying = newest.identifying;
    var url = datasetPage(portal.domain, found.dataset_id);
    var records = recordsInSight(newest, identifying, most);
    return records.map(function(record) {
      return recordItem(record, identityOf(record, identifying), url);
    });
  }

  /** When ids are made of other fields than before, a Zap with a memory remembers anew which records were there. */
  function withoutKnown(items, bundle, newest) {
    var storage_secret = bundle.trigger_fields.storage_secret;
    if (!storage_secret || !remembers(bundle.meta)) return items;
    var _found = newest.found, dataset_uid = _found.dataset_uid, fields = _found.fields;
    // The record's own id is made of all fields.
    var form = newest.identifying.length > 0 ? newest.identifying : fields.map(function(field) {
      var name = field.name, type = field.type;
      return name + type;
    });
    var known = remember(bundle, storage_secret, {
      form: JSON.stringify([dataset_uid, form]),
      begin: function(isOther) {
        return isOther ? idsOf(newest).map(digestOf).join(" ") : "";
      },
      compare: function(state) {
        return { state: state, events: [] };
      }
    }).state;
    return known ? items.filter(function(item) {
      return known.indexOf(digestOf(item)) === -1;
    }) : items;
  }

  /** Short, so that thousands fit into the memory. */
  function digestOf(options) {
    var id = options.id;
    return z.hash("md5", id, "hex", "utf8").slice(0, 8);
  }

  function new_record_pre_custom_trigger_fields(bundle) {
    return requestForLabels(bundle.auth_fields, bundle.trigger_fields.dataset);
  }

  function new_record_post_custom_trigger_fields(bundle) {
    return labelsIn(bundle.response, bundle.auth_fields, ["record__"]);
  }

  // triggers/no_data_from_source.ts
  /** The date of the last record is in the id: a new record arms the alert again. */
  function no_data_from_source_poll(bundle) {
    var trigger_fields = bundle.trigger_fields, meta = bundle.meta;
    var minutes = trigger_fields.minutes;
    checkMinutes(minutes);
    // An id that is not remembered triggers at the next poll.
    if (meta.first_poll && trigger_fields.already_silent === "alert") return [];
    var portal = pollingPortal(bundle);
    var found = dataset(portal, trigger_fields.dataset);
    var dates = found.fields.filter(function(field) {
      return /^date/.test(field.type);
    });
    var date = knownField(trigger_fields.date, dates, "date field") || "";
    var lastRecords = aggregate(
      portal,
      found.dataset_id,
      __assign(__assign({}, chosenRecords(trigger_fields, found)), {
        aggregation: "max(" + fieldName(date) + ")",
        by: knownField(trigger_fields.source, found.fields, "source field")
      })
    );

    var now = new Date();
    var items = lastRecords.filter(hasDate).map(function(lastRecord) {
      var group = lastRecord.group, value = lastRecord.value;
      var last_at = dateAsText(value);
      return {
        id: JSON.stringify(group) + ":" + last_at,
        source: group,
        last_at: last_at,
        minutes_since: minutesBetween(last_at, now),
        dataset_id: found.dataset_id,
        url: datasetPage(portal.domain, found.dataset_id)
      };
    });
    var silent = items.filter(function(item) {
      return item.minutes_since >= minutes;
    });
    return polled(silent.sort(function(one, other) {
      return one.minutes_since - other.minutes_since;
    }), meta);
  }

  function hasDate(group) {
    return group.value !== null && group.value !== undefined;
  }

  // Source: explore-v2.1, max(): "numeric or date". Assumed: a number is one of milliseconds.
  function dateAsText(value) {
    return typeof value === "number" ? new Date(value).toISOString() : String(value);
  }

  // triggers/portal.ts
  /** An empty portal is a portal, too. */
  function portal_poll(bundle) {
    return [{ id: bundle.auth_fields.domain, datasets: countDatasets(pollingPortal(bundle)) }];
  }

  // triggers/publishers.ts
  function publishers_poll(bundle) {
    return facetValueChoices(pollingPortal(bundle), "publisher");
  }

  // triggers/record_facets.ts
  function record_facets_poll(bundle) {
    var chosen = datasetChosenFor("its facets", bundle.trigger_fields);
    return facetChoices(recordFacets(pollingPortal(bundle), chosen));
  }

  // triggers/schema_changed.ts
  function schema_changed_poll(bundle) {
    var portal = pollingPortal(bundle);
    var found = dataset(portal, bundle.trigger_fields.dataset);
    var dataset_id = found.dataset_id;
    var items = changesOf(bundle, found).map(function(change) {
      return __assign(__assign({}, change), {
        dataset_uid: found.dataset_uid,
        dataset_id: dataset_id,
        title: metasOf(found).title || dataset_id,
        fields: found.fields.map(function(field) {
          return pick(field, ["name", "label", "type"]);
        }),
        url: datasetPage(portal.domain, dataset_id)
      });
    });
    return polled(items, bundle.meta);
  }

  /** Without a memory, each schema counts as a change. */
  function changesOf(bundle, found) {
    var storage_secret = bundle.trigger_fields.storage_secret;
    var dataset_uid = found.dataset_uid, fields = found.fields;
    var id = schemaId(dataset_uid, fields);
    if (!storage_secret || !remembers(bundle.meta)) {
      return [{ id: id, added: [], removed: [], retyped: [], is_compared: false }];
    }
    var state = fields.map(function(field) {
      return pick(field, ["name", "type"]);
    });
    return remember(bundle, storage_secret, {
      form: dataset_uid,
      begin: function() {
        return state;
      },
      compare: function(before) {
        var change = __assign({ id: id + ":" + new Date().toISOString() }, differences(before, state));
        return { state: state, events: schemaId(dataset_uid, before) === id ? [] : [change] };
      }
    }).events;
  }

  function differences(before, after) {
    var typeIn = function(fields, name) {
      var found = fields.filter(function(field) {
        return field.name === name;
      })[0];
      return found && found.type;
    };
    return {
      added: after.filter(function(field) {
        return !typeIn(before, field.name);
      }),
      removed: before.filter(function(field) {
        return !typeIn(after, field.name);
      }),
      retyped: after.map(function(field) {
        return __assign(__assign({}, field), { type_before: typeIn(before, field.name) });
      }).filter(function(field) {
        return field.type_before && field.type_before !== field.type;
      }),
      is_compared: true
    };
  }

  /** The order of the fields does not count. */
  function schemaId(dataset_uid, fields) {
    var schema = fields.map(function(field) {
      var name = field.name, type = field.type;
      return name + ":" + type;
    }).sort();
    return dataset_uid + ":" + z.hash("md5", schema.join(), "hex", "utf8");
  }

  // triggers/themes.ts
  function themes_poll(bundle) {
    return facetValueChoices(pollingPortal(bundle), "theme");
  }

  // triggers/threshold_reached.ts
  function threshold_reached_poll(bundle) {
    var trigger_fields = bundle.trigger_fields, meta = bundle.meta;
    var direction = trigger_fields.direction, threshold = trigger_fields.threshold;
    var portal = pollingPortal(bundle);
    var found = dataset(portal, trigger_fields.dataset);
    var crossings = crossingsOf(bundle, figuresOf(portal, found, trigger_fields));
    var items = crossings.map(function(crossing) {
      var group = crossing.group, figure = crossing.figure, crossed_at = crossing.crossed_at;
      return {
        id: JSON.stringify(group) + " " + direction + " " + threshold + ":" + crossed_at,
        group: group,
        figure: figure,
        threshold: threshold,
        crossed_at: crossed_at,
        dataset_id: found.dataset_id,
        url: datasetPage(portal.domain, found.dataset_id)
      };
    });
    return polled(items, meta);
  }

  /** A group without numbers has no figure. */
  function figuresOf(portal, found, trigger_fields) {
    var aggregation = trigger_fields.aggregation,
        direction = trigger_fields.direction,
        threshold = trigger_fields.threshold;
    var isCount = aggregation === "count";
    var numbers = found.fields.filter(function(field) {
      return isCount || /^(int|double)$/.test(field.type);
    });
    var number = knownField(trigger_fields.field, numbers, isCount ? "field" : "number field");
    if (!number && !isCount) throw new ErrorException("Choose the field with the numbers.");
    var groups = aggregate(
      portal,
      found.dataset_id,
      __assign(__assign({}, chosenRecords(trigger_fields, found)), {
        aggregation: aggregation + "(" + (number ? fieldName(number) : "*") + ")",
        by: knownField(trigger_fields.group, found.fields, "group")
      })
    );
    var figures = [];
    for (var i = 0; i < groups.length; i++) {
      var _group = groups[i], group = _group.group, value = _group.value;
      if (typeof value !== "number") continue;
      var isBeyond = direction === "above" ? value > threshold : value < threshold;
      figures.push({ group: group, figure: value, isBeyond: isBeyond });
    }
    return figures;
  }

  /** The fields that decide whose sides are remembered. */
  var inForm = ["dataset", "aggregation", "field", "group", "direction", "threshold"];

  /** With a memory, a figure that comes back arms its alert again. Without one, each day does. */
  function crossingsOf(bundle, figures) {
    var trigger_fields = bundle.trigger_fields, meta = bundle.meta;
    var beyond = figures.filter(function(figure) {
      return figure.isBeyond;
    });
    var now = new Date().toISOString();
    var storage_secret = trigger_fields.storage_secret;
    if (!storage_secret || !remembers(meta)) {
      return beyond.map(function(figure) {
        return __assign(__assign({}, figure), { crossed_at: now.slice(0, 10) });
      });
    }
    var sides = {};
    for (var i = 0; i < figures.length; i++) {
      var figure = figures[i];
      sides[String(figure.group)] = figure.isBeyond;
    }
    return remember(bundle, storage_secret, {
      form: valuesAsText(trigger_fields, inForm),
      begin: function() {
        return sides;
      },
      compare: function(before) {
        var crossed = beyond.filter(function(figure) {
          return !before[String(figure.group)];
        });
        var events = crossed.slice(0, MOST_EVENTS).map(function(figure) {
          return __assign({}, figure, { crossed_at: now });
        });
        // The others are left to the next poll.
        for (var j = 0, list = crossed.slice(MOST_EVENTS); j < list.length; j++) {
          var group = list[j].group;
          sides[String(group)] = false;
        }
        return { state: __assign({}, before, sides), events: events };
      }
    }).events;
  }

  // triggers/updated_dataset.ts
  function updated_dataset_poll(bundle) {
    var trigger_fields = bundle.trigger_fields, meta = bundle.meta;
    var portal = pollingPortal(bundle);
    var found = publishedDatasets(portal, chosenDatasets(trigger_fields), {
      meta: meta,
      remembered: "dataset_uid, metas"
    });
    var changedAt = trigger_fields.change === "published" ? publishedAt : dataChangedAt;
    return polledDatasets({ portal: portal, meta: meta }, found, function(dataset) {
      return {
        id: dataset.dataset_uid + "@" + changedAt(dataset),
        changed_at: changedAt(dataset)
      };
    });
  }

  // actions/abort_processing.ts
  function abort_processing_write(bundle) {
    return beginWith("abort", bundle);
  }

  // actions/add_resource.ts
  /** Creates a resource for an address. A file is only uploaded here: its resource comes afterwards. */
  function add_resource_pre_write(bundle) {
    var fields = bundle.action_fields_full;
    var address = (fields.file_url || "").trim();
    if (Boolean(fields.file) === Boolean(address)) {
      throw new ErrorException("Fill in either the file or the file URL.");
    }
    var uid = managedDataset(actingPortal(bundle), fields.dataset).uid;
    if (address) {
      var resource = { type: fields.format, title: fields.title, datasource: sourceAt(address) };
      return { url: addressOf(bundle.auth_fields, resources(uid)), data: z.JSON.stringify(resource) };
    }
    var _request = bundle.request, headers = _request.headers, files = _request.files;
    return {
      url: addressOf(bundle.auth_fields, { path: resources(uid).path + "files/" }),
      // As a form without values, the body has the file as its only part.
      headers: __assign({}, headers, { "Content-Type": "application/x-www-form-urlencoded" }),
      data: {},
      files: files
    };
  }

  function add_resource_post_write(bundle) {
    var portal = actingPortal(bundle);
    var _action_fields_full = bundle.action_fields_full,
        title = _action_fields_full.title,
        format = _action_fields_full.format;
    var _match = /\/datasets\/([^/]+)\/resources\/(files\/)?/.exec(bundle.request.url) || [],
        uid = _match[1] === undefined ? "" : _match[1],
        uploads = _match[2];
    var resource = dataOf(portal, resources(uid), bundle.response);
    if (uploads) {
      if (!resource.uid) {
        throw new ErrorException(
          portal.domain +
            " took the file and broke off its answer, so that the resource is missing. Repeat this step."
        );
      }
      var datasource = { type: "uploaded_file", file: { uid: resource.uid } };
      resource = ask(
        portal,
        __assign({}, resources(uid), { body: { type: format, title: title, datasource: datasource } })
      );
    }
    return {
      id: resource.uid,
      title: title,
      format: format,
      updated_at: resource.updated_at,
      dataset_uid: uid
    };
  }

  function resources(uid) {
    return {
      method: "POST",
      path: "/api/automation/v1.0/datasets/" + encodeURIComponent(uid) + "/resources/",
      about: "the dataset " + uid,
      permission: "edit_dataset"
    };
  }

  function sourceAt(address) {
    var _match = /^(https?:\/\/[^/?#\s]+)(\/\S*)$/i.exec(address) || [], server = _match[1], path = _match[2];
    if (!server) {
      throw new ErrorException(
        '"' + address + '" is not the address of a file. It looks like https://example.com/a.csv.'
      );
    }
    return {
      type: "http",
      connection: { type: "http", url: server, auth: null },
      headers: [],
      relative_url: path
    };
  }

  // actions/add_user_to_group.ts
  function add_user_to_group_write(bundle) {
    var group = bundle.action_fields.group.trim();
    var username = bundle.action_fields.username.trim();
    var email = addToGroup(actingPortal(bundle), group, username).email;
    return { id: group + ":" + username, username: username, email: email, group: group };
  }

  // actions/create_dataset.ts
  function create_dataset_write(bundle) {
    var _action_fields = bundle.action_fields,
        identifier = _action_fields.identifier === undefined ? "" : _action_fields.identifier,
        is_restricted = _action_fields.is_restricted === undefined ? false : _action_fields.is_restricted,
        title = _action_fields.title,
        others = __rest(_action_fields, ["identifier", "is_restricted", "title"]);
    var portal = actingPortal(bundle);
    var created = createDataset(portal, {
      dataset_id: identifier.trim() || undefined,
      is_restricted: is_restricted,
      metadata: {
        default: {
          title: { value: title },
          language: { value: others.language },
          modified: { value: new Date().toISOString() },
          description: others.description && { value: others.description },
          keyword: others.keywords && { value: others.keywords },
          publisher: others.publisher && { value: others.publisher }
        }
      }
    });
    // An answer that was cut off on its way does not say what was created.
    var metadata = { default: { title: { value: title } } };
    var known = { uid: "", dataset_id: identifier || title, is_published: false, is_restricted: is_restricted };
    return managedDatasetItem(portal, __assign({}, known, { metadata: metadata }, created));
  }

  // actions/export_records.ts
  /** The file is downloaded when a later step needs it; a filter that is wrong shows now. */
  function export_records_write(bundle) {
    var action_fields = bundle.action_fields;
    var format = action_fields.format,
        fields = action_fields.fields === undefined ? [] : action_fields.fields,
        use_labels = action_fields.use_labels;
    var portal = actingPortal(bundle);
    var found = dataset(portal, action_fields.dataset);
    var dataset_id = found.dataset_id;
    var names = knownFields(fields, found.fields, "field");
    var selection = __assign(__assign({}, chosenRecords(action_fields, found)), {
      select: names.length > 0 ? fieldList(names) : undefined
    });
    var records_count = countRecords(portal, dataset_id, selection);
    var filename = dataset_id + "." + format;
    var query = __assign({}, selection, { use_labels: use_labels ? "true" : undefined });
    return {
      id: filename,
      file: fileAt(portal, exportAddress(portal, dataset_id, { format: format, query: query }), filename),
      filename: filename,
      format: format,
      records_count: records_count,
      dataset_id: dataset_id,
      url: datasetPage(portal.domain, dataset_id)
    };
  }

  // actions/invite_user.ts
  function invite_user_write(bundle) {
    var _action_fields = bundle.action_fields,
        typed = _action_fields.email,
        groups = _action_fields.groups,
        others = __rest(_action_fields, ["email", "groups"]);
    var email = typed.trim();
    var _value = inviteUser(actingPortal(bundle), __assign(__assign({
      email: email
    }, others), {
      groups: groups && groups.map(function(uid) {
        return { uid: uid };
      })
    })), data = _value.data, error = _value.error;
    if (error) throw new ErrorException(email + " could not be invited: " + faultsIn(error).join(", "));
    // An answer that was cut off on its way does not say more.
    var _username = (data || {}).username, username = _username === undefined ? email : _username;
    return { id: username, username: username, email: email };
  }

  // actions/publish_dataset.ts
  function publish_dataset_write(bundle) {
    return beginWith("publish", bundle);
  }

  // actions/publish_metadata.ts
  function publish_metadata_write(bundle) {
    return beginWith("publish_metadata", bundle);
  }

  // grouped-values.ts
  /** Values of fields that an API defines, under keys such as `default__title`: of the group `default`, the field `title`. */

  /** Between the group and the field. */
  var SEPARATOR = "__";

  /** Those of the values under such keys that are filled in. */
  function filledIn(values) {
    var filled = [];
    for (var i = 0, keys = Object.keys(values); i < keys.length; i++) {
      var key = keys[i];
      var end = key.indexOf(SEPARATOR);
      var value = values[key];
      var isEmpty = value === null || value === undefined || String(value) === "";
      if (end === -1 || isEmpty) continue;
      filled.push({ group: key.slice(0, end), name: key.slice(end + SEPARATOR.length), value: value });
    }
    return filled;
  }

  // actions/push_record.ts
  // Assumed, from public help pages: it takes a record as a JSON object, and answers `{"status": "OK"}`.
  var pushUrl = /^https:\/\/([^/?#@\s]+)\/api\/push\/[^?#\s]+\?(?:[^#\s]+&)?pushkey=[^&#\s]+$/;

  /** The account's key is not sent: the address has a key of its own. */
  function push_record_write(bundle) {
    var fields = bundle.action_fields_full;
    var _match = pushUrl.exec(fields.push_url.trim()) || [], url = _match[0], host = _match[1];
    if (!url || !host) {
      throw new ErrorException(
        "The push URL is not complete. Copy it with its push key from the resource in the portal's back office."
      );
    }
    var record = __assign({}, fields.values);
    for (var i = 0, list = filledIn(fields); i < list.length; i++) {
      var _item = list[i], name = _item.name, value = _item.value;
      record[name] = value;
    }
    if (Object.keys(record).length === 0) throw new ErrorException("Fill in at least one field of the record.");
    return { status: pushed(url, host, record), record: record };
  }

  /** The address, which has a key in it, is in no message. */
  function pushed(url, host, record) {
    var answer;
    try {
      answer = z.request(jsonRequest(url, record, ""));
    } catch (error) {
      throw new ErrorException(
        host +
          " gave no answer. It may have taken the record all the same: look at the dataset before you repeat it."
      );
    }
    var said = parsed(answer.content);
    if (answer.status_code < 300) return Object(said).status || "OK";
    throw new ErrorException(
      host + " did not take the record (status " + answer.status_code + ")" + saidIn(said)
    );
  }

  function push_record_custom_action_fields(bundle) {
    var labels = recordLabels(actingPortal(bundle), bundle.action_fields.dataset);
    return labels.map(function(field) {
      return __assign({}, field, { required: false });
    });
  }

  // actions/start_harvester.ts
  function start_harvester_write(bundle) {
    var uid = bundle.action_fields.harvester.trim();
    var started = startHarvester(actingPortal(bundle), uid);
    return __assign({ id: uid }, pick(started, ["name", "type", "status", "last_started_at"]));
  }

  // actions/unpublish_dataset.ts
  function unpublish_dataset_write(bundle) {
    return beginWith("unpublish", bundle);
  }

  // actions/update_dataset_metadata.ts
  var lists = ["list", "enumlist", "uri_enumlist", "multitext"];

  /** The API changes one metadata at a time: an error names those that are changed already. */
  function update_dataset_metadata_write(bundle) {
    var portal = actingPortal(bundle);
    var action_fields_full = bundle.action_fields_full;
    var dataset = managedDataset(portal, action_fields_full.dataset);
    var changed = [];
    for (var i = 0, list = filledIn(action_fields_full); i < list.length; i++) {
      var _item = list[i], template = _item.group, name = _item.name, value = _item.value;
      var done = changed.length > 0 ? "Changed before that: " + changed.join(", ") + "." : undefined;
      setMetadata(portal, dataset, { template: template, name: name, value: value, done: done });
      changed.push(template + "." + name);
    }
    return managedDatasetItem(portal, dataset);
  }

  /** Each portal has its own metadata. */
  function update_dataset_metadata_custom_action_fields(bundle) {
    var fields = [];
    for (var i = 0, list = metadataTemplates(actingPortal(bundle)); i < list.length; i++) {
      var template = list[i];
      if (!template.is_active) continue;
      for (var j = 0, list_1 = template.schema || []; j < list_1.length; j++) {
        var field = list_1[j];
        if (!field.is_hidden) fields.push(customField(field, template));
      }
    }
    return fields;
  }

  function customField(templateField, template) {
    var name = templateField.name,
        type = templateField.type === undefined ? "text" : templateField.type,
        label = templateField.label,
        help_text = templateField.help_text,
        choices = templateField.choices;
    return __assign(__assign({
      key: template.name + SEPARATOR + name,
      type: platformType(type),
      label: (label || name) + " (" + template.title + ")",
      required: false
    }, help_text && { help_text: help_text }, choices &&
      choices.length > 0 &&
      { choices: choices }), lists.indexOf(type) !== -1 && { list: true });
  }

  // searches/find_dataset.ts
  var MOST_CANDIDATES = 1000;

  function find_dataset_search(bundle) {
    var portal = actingPortal(bundle);
    var name = bundle.search_fields.name.trim();
    if (name === "") return [];
    var found = withIdentifier(portal, name) || publishedWithTitle(portal, name) || withTitle(portal, name);
    return found ? [{ id: found.uid, dataset_id: found.dataset_id, title: titleOf(found) }] : [];
  }

  /** An identifier has no blanks. */
  function withIdentifier(portal, name) {
    if (/\s/.test(name)) return undefined;
    return managedDatasetIfThere(portal, name) || datasetOfName(portal, folded(name));
  }

  function publishedWithTitle(portal, title) {
    var matches = catalogDatasets(portal, { where: text(title), most: MOST_CANDIDATES });
    var match = matches.filter(function(each) {
      return folded(String(metasOf(each).title)) === folded(title);
    })[0];
    return match && managedDatasetIfThere(portal, match.dataset_uid);
  }

  /** The API cannot look for titles that are not published: all are looked through. */
  function withTitle(portal, title) {
    return managedDatasets(portal).filter(function(dataset) {
      return folded(titleOf(dataset)) === folded(title);
    })[0];
  }

  function find_dataset_read_resource(bundle) {
    var portal = actingPortal(bundle);
    return managedDatasetItem(portal, managedDataset(portal, String(bundle.read_fields.id)));
  }

  function folded(typed) {
    return typed.trim().toLowerCase();
  }

  // typed-values.ts
  /** Values that a user types to look for in a field. */

  var dateFormats = {
    iso: "2024-03-31",
    dmy: "31/03/2024 or 31.03.2024",
    mdy: "03/31/2024"
  };

  /** Yes and no in the languages of portals. Source: explore-v2.1, parameter lang. */
  var truthWords = {
    yes: "true yes 1 vrai oui waar ja verdadeiro sim vero si sì صحيح نعم wahr verdadero sí cert egia bai sant",
    no: "false no 0 faux non onwaar nee falso não nao خطأ لا falsch nein fals gezurra ez falskt nej"
  };

  /** Throws for a value that the field cannot have. */
  function hasValue(field, typed, format) {
    var conditions = {
      int: isNumber,
      double: isNumber,
      boolean: isTruth,
      date: isDate,
      datetime: isDate,
      geo_point_2d: hasNoValue,
      geo_shape: hasNoValue
    };
    var condition = conditions[field.type] || function(options, value) {
      var name = options.name;
      return equals(name, value);
    };
    return condition(field, typed.trim(), format);
  }

  function isNumber(field, value) {
    if (/^[-+]?\d+(\.\d+)?$/.test(value)) return equals(field.name, Number(value));
    throw new ErrorException(
      'The field "' + field.name + '" holds numbers, and "' + value + '" is not a number. Write it like 12.5.'
    );
  }

  function isTruth(field, value) {
    var word = value.toLowerCase();
    if (contains(truthWords.yes.split(" "), word)) return equals(field.name, true);
    if (contains(truthWords.no.split(" "), word)) return equals(field.name, false);
    throw new ErrorException(
      'The field "' + field.name + '" is either true or false, and "' + value +
        '" is neither. Write true or false.'
    );
  }

  /** A day without a time stands for all of it. */
  function isDate(field, value, format) {
    var name = field.name, type = field.type;
    var _value = dateIn(value, format), date = _value.date, hasTime = _value.hasTime;
    if (!date) {
      throw new ErrorException(
        'The field "' + name + '" holds dates, and "' + value + '" is not a date like ' + dateFormats[format] +
          ". Write it like that, or choose another date format."
      );
    }
    return type === "datetime" && !hasTime ? onDay(name, date) : equals(name, date);
  }

  function hasNoValue(field) {
    throw new ErrorException(
      'The field "' + field.name + '" cannot be searched by a value. For a place, use the area instead.'
    );
  }

  var isoDate = /^(\d{4}-\d{2}-(\d{2}))(?:T(\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[-+]\d{2}:\d{2})?)?$/;

  /** In UTC where no time zone is named. */
  function dateIn(value, format) {
    var _match = isoDate.exec(asIso(value, format)) || [],
        days = _match[1],
        day = _match[2],
        time = _match[3],
        zone = _match[4] === undefined ? "Z" : _match[4];
    if (!days) return {};
    var midnight = days + "T00:00:00.000Z";
    var date = new Date(time ? days + "T" + time + zone : midnight);
    // The 30th of February is not a number, or another date.
    var isReal = date.getTime() > Number.NEGATIVE_INFINITY && new Date(midnight).getUTCDate() === Number(day);
    return isReal ? { date: date, hasTime: time !== undefined } : {};
  }

  /** `4.3.2024 9:30` -> `2024-03-04T09:30`, where the format is day, month and year. */
  function asIso(value, format) {
    var order = { iso: "$&", dmy: "$3-$2-$1", mdy: "$3-$1-$2" }[format];
    return value.replace(/\b\d\b/g, "0$&")
      .replace(/^(\d{4})\/(\d\d)\/(\d\d)/, "$1-$2-$3")
      .replace(/^(\d\d)[-./](\d\d)[-./](\d{4})/, order)
      .replace(" ", "T");
  }

  // searches/find_record.ts
  /** The platform takes the first match. */
  var MOST_MATCHES = 10;

  /** A field without a value has no match: the value of an earlier step can be empty. */
  function find_record_search(bundle) {
    var search_fields = bundle.search_fields;
    var portal = actingPortal(bundle);
    var found = dataset(portal, search_fields.dataset);
    if (isFilled(search_fields.field) && !isFilled(search_fields.value)) return [];
    var matches = firstRecords(portal, found.dataset_id, __assign({}, matching(search_fields, found), {
      select: "*, " + ownFields,
      most: MOST_MATCHES
    }));
    var url = datasetPage(portal.domain, found.dataset_id);
    return matches.entries.map(function(record) {
      return recordItem(record, record[ownId], url);
    });
  }

  function matching(search_fields, found) {
    var value = search_fields.value === undefined ? "" : search_fields.value,
        date_format = search_fields.date_format;
    var name = knownField(search_fields.field, found.fields, "field");
    var ordering = knownField(search_fields.order_by, found.fields, "ordering field");
    if (!name && isFilled(value)) throw new ErrorException("Choose the field that has the value.");
    var _chosenRecords = chosenRecords(search_fields, found),
        where = _chosenRecords.where,
        refine = _chosenRecords.refine === undefined ? [] : _chosenRecords.refine;
    var typed = found.fields.filter(function(each) {
      return each.name === name;
    })[0];
    var conditions = all([
      where,
      fullText(search_fields.words),
      typed && hasValue(typed, value, date_format)
    ]);
    if (!conditions && refine.length === 0) {
      throw new ErrorException(
        "Say which record to find: fill in words, a field with its value, a filter, facets or an area."
      );
    }
    return {
      where: conditions,
      refine: refine,
      order_by: ordering && fieldName(ordering) + " " + search_fields.order
    };
  }

  function isFilled(text) {
    return text !== undefined && text.trim() !== "";
  }

  function find_record_custom_search_result_fields(bundle) {
    return recordLabels(actingPortal(bundle), bundle.search_fields.dataset);
  }

  return {
    get_session_info: get_session_info,
    get_connection_label: get_connection_label,
    pre_subscribe: pre_subscribe,
    post_subscribe: post_subscribe,
    pre_unsubscribe: pre_unsubscribe,
    dataset_description: dataset_description,
    record_value: record_value,
    catalog_facets_poll: catalog_facets_poll,
    dataset_event_poll: dataset_event_poll,
    dataset_event_catch_hook: dataset_event_catch_hook,
    dataset_not_updated_poll: dataset_not_updated_poll,
    dataset_status_poll: dataset_status_poll,
    datasets_poll: datasets_poll,
    extractors_poll: extractors_poll,
    field_value_changed_poll: field_value_changed_poll,
    field_value_changed_pre_custom_trigger_fields: field_value_changed_pre_custom_trigger_fields,
    field_value_changed_post_custom_trigger_fields: field_value_changed_post_custom_trigger_fields,
    fields_poll: fields_poll,
    groups_poll: groups_poll,
    harvester_error_poll: harvester_error_poll,
    harvesters_poll: harvesters_poll,
    keywords_poll: keywords_poll,
    languages_poll: languages_poll,
    managed_datasets_poll: managed_datasets_poll,
    new_attachment_poll: new_attachment_poll,
    new_dataset_poll: new_dataset_poll,
    new_feedback_poll: new_feedback_poll,
    new_record_poll: new_record_poll,
    new_record_pre_custom_trigger_fields: new_record_pre_custom_trigger_fields,
    new_record_post_custom_trigger_fields: new_record_post_custom_trigger_fields,
    no_data_from_source_poll: no_data_from_source_poll,
    portal_poll: portal_poll,
    publishers_poll: publishers_poll,
    record_facets_poll: record_facets_poll,
    schema_changed_poll: schema_changed_poll,
    themes_poll: themes_poll,
    threshold_reached_poll: threshold_reached_poll,
    updated_dataset_poll: updated_dataset_poll,
    abort_processing_write: abort_processing_write,
    add_resource_pre_write: add_resource_pre_write,
    add_resource_post_write: add_resource_post_write,
    add_user_to_group_write: add_user_to_group_write,
    create_dataset_write: create_dataset_write,
    export_records_write: export_records_write,
    invite_user_write: invite_user_write,
    publish_dataset_write: publish_dataset_write,
    publish_metadata_write: publish_metadata_write,
    push_record_write: push_record_write,
    push_record_custom_action_fields: push_record_custom_action_fields,
    start_harvester_write: start_harvester_write,
    unpublish_dataset_write: unpublish_dataset_write,
    update_dataset_metadata_write: update_dataset_metadata_write,
    update_dataset_metadata_custom_action_fields: update_dataset_metadata_custom_action_fields,
    find_dataset_search: find_dataset_search,
    find_dataset_read_resource: find_dataset_read_resource,
    find_record_search: find_record_search,
    find_record_custom_search_result_fields: find_record_custom_search_result_fields
  };
})();
