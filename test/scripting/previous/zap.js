// Opendatasoft 1.1.0
// Made from TypeScript by zapc 0.1.0; sources a47042300a41c9bc, file 17c3dff445b348e3.
// Change the sources and build again: what is changed here is lost.
/* jshint eqnull: true */
'use strict';

var Zap = (function () {
  // domain.ts
  /** `https://Data.Example.com/explore/?q=1` -> `data.example.com`; `example` -> `example.opendatasoft.com`. */
  function normalisedDomain(typed) {
    var host = typed.trim()
      .toLowerCase()
      .replace(/^[a-z]+:\/\//, "")
      .replace(/[/?#].*$/, "")
      .replace(/\.$/, "");
    if (!/^[^\s.:@]+(\.[^\s.:@]+)*(:\d+)?$/.test(host)) {
      throw new ErrorException('"' + typed + '" is not the address of a portal. It looks like data.example.com.');
    }
    return /[.:]/.test(host) ? host : host + ".opendatasoft.com";
  }

  // What lowered syntax calls, by the names that TypeScript gives it. Only what is called comes into zap.js.

  /** { ...a, ...b } */
  function __assign(target) {
    for (var i = 1; i < arguments.length; i++) {
      for (var key in arguments[i]) {
        copyProperty(target, arguments[i], key);
      }
    }
    return target;
  }

  /** var { a, ...rest } = object */
  function __rest(object, names) {
    var rest = {};
    for (var key in object) {
      if (names.indexOf(key) === -1) {
        copyProperty(rest, object, key);
      }
    }
    return rest;
  }

  /** Unlike an assignment, it runs no setter: not that of `__proto__` either. */
  function copyProperty(to, from, key) {
    if (Object.prototype.hasOwnProperty.call(from, key)) {
      Object.defineProperty(to, key, {
        value: from[key],
        writable: true,
        enumerable: true,
        configurable: true
      });
    }
  }

  /** [...list, item] */
  function __spreadArray(to, from) {
    if (typeof from.length !== "number") {
      throw new TypeError("Only a list can be spread in ES5.");
    }
    return to.concat(Array.prototype.slice.call(from));
  }

  // portal.ts
  /** The portal of a connected account: how its APIs are asked, and the one place where a refusal becomes an exception. */

  /** The permissions of a portal, as its administrators read them. */
  var permissions = {
    create_dataset: "Create new datasets",
    edit_dataset: "Edit all datasets",
    publish_dataset: "Publish own datasets",
    edit_domain: "Edit all domain properties"
  };

  /** Asks the portal, and gives what it answers. What it refuses is an exception, in words for the Zap's owner. */
  function ask(account, call) {
    return answered(sent(account, call), account.domain, call);
  }

  /** Throws unless the portal knows the account's key: without a right one, no session can be had any more. */
  function checkKey(account) {
    var call = { path: "/api/explore/v2.1/catalog/datasets", query: { limit: 1 } };
    var answer = sent(account, call);
    if (answer.status_code === 401) {
      throw new ExpiredAuthException(account.domain + " does not accept this API key. Create a new one at https://" + account.domain + "/account/api-keys/ and connect the account again.");
    }
    answered(answer, account.domain, call);
  }

  /** The address of a call on the portal. */
  function addressOf(account, pick) {
    var domain = account.domain;
    var path = pick.path, query = pick.query;
    return "https://" + domain + path + queryString(query || {});
  }

  /** What the portal answered, parsed. */
  function answered(answer, domain, call) {
    if (call === undefined) {
      call = {};
    }
    var body = parsed(answer.content);
    var status = answer.status_code;
    if (status >= 200 && status < 300 && body) return body;
    throw refusal(status, body, __assign({}, call, { domain: domain }));
  }

  function sent(account, call) {
    try {
      return z.request({
        url: addressOf(account, call),
        method: call.method || "GET",
        headers: {
          Accept: "application/json",
          Authorization: account.authorization,
          "Content-Type": call.body && "application/json"
        },
        body: call.body && z.JSON.stringify(call.body)
      });
    } catch (error) {
      throw new HaltedException(account.domain + " could not be reached: " + error.message);
    }
  }

  /** The exception that says what to do. One that passes by itself halts the run: it does not turn the Zap off. */
  function refusal(status, body, call) {
    var domain = call.domain,
        about = call.about === undefined ? "this" : call.about,
        done = call.done,
        permission = call.permission;
    var said = done ? saidIn(body).replace(/\.?$/, ". " + done) : saidIn(body);
    if (status === 401) return new InvalidSessionException();
    if (status === 429) return new HaltedException(quotaMessage(body || {}, domain));
    if (status >= 500)
      return new HaltedException(domain + " has a problem of its own (status " + status + ").");
    if (!body) {
      return new ErrorException(domain + " answered with a web page instead of data (status " + status + "). Check the domain of the connected account.");
    }
    if (status === 403) {
      var needed = permission ? ': it needs "' + permissions[permission] + '" (' + permission + ")" : "";
      return new ErrorException("The API key has no permission for " + about + " on " + domain + needed + said);
    }
    if (status === 404)
      return new ErrorException(domain + " does not have " + about + ", or it was renamed" + said);
    if (status === 400) return new ErrorException(domain + " does not accept what this Zap asks for" + said);
    return new ErrorException(domain + " refused the request with status " + status + said);
  }

  /** `{"message": "Invalid input", "detail": {"title": ["…"]}}` -> `: Invalid input, title: … (validation_error)` */
  function saidIn(body) {
    var given = body || {},
        message = given.message,
        error_code = given.error_code,
        detail = given.detail === undefined ? {} : given.detail;
    if (!message) return ".";
    var details = Object.keys(detail).map(function(name) {
      return ", " + name + ": " + [detail[name]].join(" ");
    });
    return ": " + message + details.join("") + (error_code ? " (" + error_code + ")" : "");
  }

  function quotaMessage(refusal, domain) {
    var reset_time = refusal.reset_time,
        limit_time_unit = refusal.limit_time_unit,
        call_limit = refusal.call_limit;
    var limit = call_limit ? "Its limit of " + call_limit + " calls per " + limit_time_unit + " is used up" : "It is too busy";
    return domain + " accepts no more requests until " + (reset_time || "later") + ". " + limit + ".";
  }

  /** The object that a text is in JSON; nothing when it is anything else, HTML say. */
  function parsed(content) {
    try {
      var value = z.JSON.parse(content);
      return value !== null && typeof value === "object" ? value : undefined;
    } catch (error) {
      return undefined;
    }
  }

  /** `{ limit: 3, refine: ["theme:Air", "language:en"] }` -> `?limit=3&refine=theme%3AAir&refine=language%3Aen` */
  function queryString(query) {
    var pairs = [];
    // Sorted, so that every engine asks for the same address.
    for (var i = 0, result = Object.keys(query).sort(); i < result.length; i++) {
      var name = result[i];
      var value = query[name];
      for (var j = 0, values = Array.isArray(value) ? value : [value]; j < values.length; j++) {
        var entry = values[j];
        if (entry !== undefined && entry !== "") pairs.push(name + "=" + encodeURIComponent(entry));
      }
    }
    return pairs.length > 0 ? "?" + pairs.join("&") : "";
  }

  // auth.ts
  /** Checks the key on the portal. From then on `domain` is the portal's bare host name. */
  function get_session_info(bundle) {
    var domain = normalisedDomain(bundle.auth_fields.domain);
    var account = { domain: domain, authorization: "Apikey " + bundle.auth_fields.api_key.trim() };
    checkKey(account);
    return account;
  }

  function get_connection_label(bundle) {
    return bundle.auth_fields.domain;
  }

  // hooks.ts
  /*
   * The portal itself sends no hooks: these are for a publishing pipeline beside it, which takes
   *
   *     POST   SUBSCRIPTIONS_URL       {"target_url": …, "event": …, "dataset": …}  ->  {"id": …}
   *     DELETE SUBSCRIPTIONS_URL/ID
   */

  function pre_subscribe(bundle) {
    var trigger_fields = bundle.trigger_fields, target_url = bundle.target_url, event = bundle.event;
    return {
      url: subscriptionsUrl(trigger_fields),
      headers: withoutKey(bundle.request.headers),
      data: z.JSON.stringify({ target_url: target_url, event: event, dataset: trigger_fields.dataset || null })
    };
  }

  /** The portal's errors are not the pipeline's: a 403 here says nothing of what the account's key may do. */
  function post_subscribe(bundle) {
    var response = bundle.response, status_code = response.status_code, content = response.content;
    var id = (parsed(content) || {}).id;
    if (status_code >= 300 || id === undefined) {
      throw new ErrorException(subscriptionsUrl(bundle.trigger_fields) + " did not take the subscription (status " + status_code + '): the answer must have an "id".');
    }
    return { id: String(id) };
  }

  function pre_unsubscribe(bundle) {
    var trigger_fields = bundle.trigger_fields,
        subscribe_data = bundle.subscribe_data,
        request = bundle.request;
    return {
      method: "DELETE",
      url: subscriptionsUrl(trigger_fields) + "/" + encodeURIComponent(subscribe_data.id),
      headers: withoutKey(request.headers),
      data: null
    };
  }

  function subscriptionsUrl(options) {
    var subscriptions_url = options.subscriptions_url;
    return String(subscriptions_url).trim().replace(/\/$/, "");
  }

  /** The portal's key is not for the pipeline. Where the header is missing, the platform puts the key there again. */
  function withoutKey(headers) {
    return __assign({}, headers, { Authorization: "none" });
  }

  // explore.ts
  /** The Explore API v2.1, with which a portal is read. */

  /** The most that one request for a list can ask for. */
  var MOST_RESULTS = 100;

  /** The editor shows three samples at most. */
  var SAMPLES = 3;

  var root = "/api/explore/v2.1/catalog";

  /** The path of a dataset, with what stands behind it: `pathOf("air-quality", "/records")`. */
  function pathOf(dataset, behind) {
    if (behind === undefined) {
      behind = "";
    }
    return root + "/datasets/" + encodeURIComponent(dataset.trim()) + behind;
  }

  /** One page of the catalog. Without its fields, which only `dataset` gives, a dataset is small. */
  function datasets(account, query) {
    return ask(account, {
      path: root + "/datasets",
      query: __assign({ select: "dataset_uid, dataset_id, attachments, metas" }, query)
    });
  }

  /**
   * The datasets of the catalog in the order of a selection, as far as they are wanted.
   *
   * @param isEnough - is asked after each page with its last dataset
   * @param most - how many datasets are asked for at most
   */
  function datasetsUntil(account, options) {
    var isEnough = options.isEnough, most = options.most, selection = __rest(options, ["isEnough", "most"]);
    var found = [];
    while (found.length < most) {
      var page = datasets(account, __assign({}, selection, { limit: MOST_RESULTS, offset: found.length }));
      found.push.apply(found, page.results);
      var last = page.results[page.results.length - 1];
      if (!last || found.length >= page.total_count || isEnough(last)) break;
    }
    return found;
  }

  function dataset(account, id) {
    return ask(account, { path: pathOf(id), about: 'the dataset "' + id + '"' });
  }

  /** The first records of a selection; an export has no limit but its own. */
  function records(account, id, options) {
    var most = options.most, selection = __rest(options, ["most"]);
    return ask(account, {
      path: pathOf(id, "/exports/json"),
      query: __assign({}, selection, { limit: most }),
      about: 'the dataset "' + id + '"'
    });
  }

  /** The values of a facet of the catalog, with how many datasets have each. */
  function facetValues(account, facet) {
    var facets = ask(account, {
      path: root + "/facets",
      query: { facet: facet }
    }).facets;
    var found = facets.filter(function(item) {
      var name = item.name;
      return name === facet;
    })[0];
    return found ? found.facets : [];
  }

  /** All of a dataset's records as one file of a format: `csv`, `json`, `xlsx`. */
  function exportAddress(account, id, format) {
    return addressOf(account, { path: pathOf(id, "/exports/" + format) });
  }

  function attachmentAddress(account, id, attachment) {
    return addressOf(account, { path: pathOf(id, "/attachments/" + encodeURIComponent(attachment)) });
  }

  // dataset-item.ts
  /** A dataset of the catalog as later steps of a Zap see it. */

  /** What is known of a dataset; its files are asked for when a later step needs them. */
  function datasetItem(listedDataset, account) {
    var dataset_uid = listedDataset.dataset_uid,
        dataset_id = listedDataset.dataset_id,
        attachments = listedDataset.attachments,
        metas = listedDataset.metas;
    var domain = account.domain;
    var meta = metas.default || {};
    return {
      dataset_uid: dataset_uid,
      dataset_id: dataset_id,
      title: meta.title || dataset_id,
      description: meta.description,
      theme: meta.theme,
      keyword: meta.keyword,
      publisher: meta.publisher,
      language: meta.language,
      license: meta.license,
      records_count: meta.records_count,
      modified: meta.modified,
      data_processed: meta.data_processed,
      metadata_processed: meta.metadata_processed,
      url: datasetPage(domain, dataset_id),
      csv: z.dehydrateFile(exportAddress(account, dataset_id, "csv"), null, { name: dataset_id + ".csv" }),
      attachments: (attachments || []).map(function(item) {
        var id = item.id, title = item.title;
        return {
          title: title,
          file: z.dehydrateFile(attachmentAddress(account, dataset_id, id), null, { name: title })
        };
      })
    };
  }

  /** Where a dataset is shown to people. */
  function datasetPage(domain, dataset_id) {
    return "https://" + domain + "/explore/dataset/" + encodeURIComponent(dataset_id) + "/";
  }

  // odsql.ts
  /** ODSQL, the portal's query language, quoted so that what a user types stays what it is. */

  /** A text as a value: `"5\" nails"`. */
  function text(value) {
    return '"' + value.replace(/[\\"]/g, "\\$&") + '"';
  }

  /** A full-text search for all words of a text. */
  var fullText = text;

  /** A field's name, also where it is a number or a reserved word. */
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

  /** Whether a point in time in a field lies before another one. */
  function before(name, instant) {
    return fieldName(name) + " < " + date(instant);
  }

  /** All of some conditions; undefined when there is none. Each is enclosed, so that an `or` of the user's stays in it. */
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

  // triggers/dataset_event.ts
  function dataset_event_catch_hook(bundle) {
    var auth_fields = bundle.auth_fields,
        trigger_fields = bundle.trigger_fields,
        cleaned_request = bundle.cleaned_request;
    var dataset = (trigger_fields.dataset || "").trim();
    var received = Array.isArray(cleaned_request) ? cleaned_request : [cleaned_request];
    return received.filter(isEvent).filter(function(item) {
      var dataset_id = item.dataset_id;
      return !dataset || dataset_id === dataset;
    }).map(function(event) {
      return asItem(event, auth_fields.domain);
    });
  }

  /** The editor's samples: the last published datasets, as if a hook had told of each. */
  function dataset_event_poll(bundle) {
    var auth_fields = bundle.auth_fields;
    var results = datasets(auth_fields, { order_by: descending("metadata_processed"), limit: SAMPLES }).results;
    return results.map(function(item) {
      var dataset_id = item.dataset_id, metas = item.metas;
      var given = metas.default || {},
          title = given.title === undefined ? dataset_id : given.title,
          metadata_processed = given.metadata_processed === undefined ? "" : given.metadata_processed;
      return asItem({
        event: "published",
        dataset_id: dataset_id,
        title: title,
        at: metadata_processed
      }, auth_fields.domain);
    });
  }

  /** A ping, or the hook of something else, triggers nothing. */
  function isEvent(received) {
    var result = Object(received), event = result.event, dataset_id = result.dataset_id;
    return typeof event === "string" && typeof dataset_id === "string";
  }

  function asItem(options, domain) {
    var event = options.event,
        dataset_id = options.dataset_id,
        title = options.title === undefined ? dataset_id : options.title,
        at = options.at;
    var url = datasetPage(domain, dataset_id);
    return {
      id: [dataset_id, event, at].join(":"),
      event: event,
      dataset_id: dataset_id,
      title: title,
      at: at,
      url: url
    };
  }

  // catalog-fields.ts
  /** The fields with which a user chooses datasets of the catalog, and the conditions that they stand for. */

  /** The chosen datasets, as the catalog is asked for them. */
  function chosen(catalogChoice, condition) {
    var search = catalogChoice.search,
        theme = catalogChoice.theme,
        keyword = catalogChoice.keyword,
        publisher = catalogChoice.publisher,
        language = catalogChoice.language;
    return {
      where: all([search && fullText(search), condition]),
      refine: [
        refinement("theme", theme),
        refinement("keyword", keyword),
        refinement("publisher", publisher),
        refinement("language", language)
      ]
    };
  }

  /** `theme:Culture`; undefined for what the user left empty. */
  function refinement(facet, value) {
    return value && facet + ":" + value;
  }

  // polled.ts
  /** What a poll gives. When a Zap is turned on only the ids are remembered: all of thousands of items would be too much. */
  function polled(items, options) {
    var first_poll = options.first_poll;
    return first_poll ? items.map(function(item) {
      var id = item.id;
      return { id: id };
    }) : items;
  }

  // time.ts
  /** Points in time, as portals write them. */

  var MINUTE = 60000;

  /** A day in minutes. */
  var DAY = 24 * 60;

  /** The point in time a number of minutes ago. */
  function minutesAgo(minutes) {
    return new Date(Date.now() - minutes * MINUTE);
  }

  /** Whether a point in time lies more than some minutes back. What is not known does not. */
  function isOlderThan(minutes, instant) {
    return instant ? Date.parse(instant) < minutesAgo(minutes).getTime() : false;
  }

  // triggers/dataset_not_updated.ts
  /** How many datasets are looked at in one poll, when as many went out of date within a day or were so before. */
  var MOST_AT_ONCE = 1000;
  /** How many are remembered when a Zap is turned on. */
  var MOST_REMEMBERED = 3000;

  /** With the time of the last processing in the id, each standstill is an item of its own: an update arms the alert again. */
  function dataset_not_updated_poll(bundle) {
    var auth_fields = bundle.auth_fields, trigger_fields = bundle.trigger_fields, meta = bundle.meta;
    var minutes = trigger_fields.minutes,
        dataset = trigger_fields.dataset,
        already_stale = trigger_fields.already_stale;
    if (minutes <= 0) throw new ErrorException("Minutes must be more than 0.");
    if (meta.first_poll && already_stale === "alert") return [];

    var isStale = before("data_processed", minutesAgo(minutes));
    var selection = __assign(__assign({}, chosen(trigger_fields, all([isStale, dataset && equals("dataset_id", dataset.trim())]))), { order_by: descending("data_processed") });
    var found = meta.frontend ? datasets(auth_fields, __assign({}, selection, { limit: SAMPLES })).results : datasetsUntil(auth_fields, __assign({}, selection, {
      most: meta.first_poll ? MOST_REMEMBERED : MOST_AT_ONCE,
      isEnough: function(options) {
        var metas = options.metas;
        return !meta.first_poll && already_stale !== "alert" && isOlderThan(minutes + DAY, (metas.default || {}).data_processed);
      }
    }));
    var items = found.map(function(each) {
      var data_processed = (each.metas.default || {}).data_processed;
      return __assign({
        id: each.dataset_uid + ":" + data_processed,
        minutes_since: Math.floor((Date.now() - Date.parse(String(data_processed))) / 60000)
      }, datasetItem(each, auth_fields));
    });
    return polled(items, meta);
  }

  // automation.ts
  /** The Automation API v1.0, with which a portal is managed. */

  /** How many entries of a list are asked for at a time: the API would give 1,000, but an answer may have no more than 5 MB. */
  var PAGE_SIZE = 500;

  function call(account, permittedCall) {
    var path = permittedCall.path, rest = __rest(permittedCall, ["path"]);
    return ask(account, __assign({}, rest, { path: "/api/automation/v1.0" + path }));
  }

  /** All pages of a list, as far as they are wanted: `isEnough` is asked after each page with its last entry. */
  function listed(account, permittedCall) {
    var isEnough = permittedCall.isEnough, first = __rest(permittedCall, ["isEnough"]);
    var found = [];
    var page = call(account, first);
    for (; ; ) {
      found.push.apply(found, page.results);
      var last = page.results[page.results.length - 1];
      if (!page.next || !last || isEnough && isEnough(last)) return found;
      var about = first.about, permission = first.permission;
      page = ask(account, { about: about, permission: permission, path: behindDomain(page.next) });
    }
  }

  /** `https://data.example.com/api/…?offset=500` -> `/api/…?offset=500`: the key goes to the account's portal only. */
  function behindDomain(address) {
    return address.replace(/^[a-z]+:\/\/[^/]+/, "");
  }

  function datasetPath(uid, behind) {
    if (behind === undefined) {
      behind = "";
    }
    return "/datasets/" + encodeURIComponent(uid.trim()) + "/" + behind;
  }

  var editableDatasets = {
    path: "/datasets/",
    about: "the list of datasets",
    permission: "edit_dataset"
  };

  /** Some of the datasets that the owner of the API key may edit. */
  function managedDatasets(account, page) {
    return call(account, __assign({}, editableDatasets, { query: page })).results;
  }

  function allManagedDatasets(account) {
    return listed(account, __assign({}, editableDatasets, { query: { limit: PAGE_SIZE } }));
  }

  function managedDataset(account, uid) {
    return call(account, { path: datasetPath(uid), about: "the dataset " + uid, permission: "edit_dataset" });
  }

  function datasetStatus(account, uid) {
    return call(account, {
      path: datasetPath(uid, "status/"),
      about: "the dataset " + uid,
      permission: "edit_dataset"
    });
  }

  /** Publishes or unpublishes a dataset: the portal only begins with it. */
  function setPublished(account, uid, wish) {
    call(account, {
      method: "POST",
      path: datasetPath(uid, wish + "/"),
      about: "the dataset " + uid,
      permission: "publish_dataset"
    });
  }

  function createDataset(account, body) {
    return call(account, {
      method: "POST",
      path: "/datasets/",
      body: body,
      about: "new datasets",
      permission: "create_dataset"
    });
  }

  /** Sets one metadata of a dataset; the others stay as they are. */
  function setMetadata(account, uid, options) {
    var template = options.template, name = options.name, value = options.value, done = options.done;
    call(account, {
      method: "PUT",
      path: datasetPath(uid, "metadata/" + encodeURIComponent(template) + "/" + encodeURIComponent(name) + "/"),
      body: { value: value },
      done: done,
      about: "the metadata " + template + "." + name + " of the dataset " + uid,
      permission: "edit_dataset"
    });
  }

  function metadataTemplates(account) {
    return listed(account, {
      path: "/metadata/templates/",
      query: { limit: PAGE_SIZE },
      about: "the metadata templates",
      permission: "edit_dataset"
    });
  }

  /** The comments on a dataset's records, the newest first, as far as they are wanted. How long a page is, the portal decides. */
  function feedbacksUntil(account, uid, isEnough) {
    return listed(account, {
      path: datasetPath(uid, "feedbacks/"),
      query: { sort: "-created_at" },
      about: "the dataset " + uid,
      permission: "edit_dataset",
      isEnough: isEnough
    });
  }

  function harvesters(account) {
    return listed(account, {
      path: "/harvesters/",
      query: { limit: PAGE_SIZE },
      about: "the harvesters",
      permission: "edit_domain"
    });
  }

  function harvesterErrors(account, uid) {
    return call(account, {
      path: "/harvesters/" + encodeURIComponent(uid) + "/errors/",
      about: "the harvester " + uid,
      permission: "edit_domain"
    });
  }

  function inviteUser(account, user) {
    var answers = call(account, {
      method: "POST",
      path: "/users/invite/",
      body: [user],
      about: "the users",
      permission: "edit_domain"
    });
    return answers["0"] || { status_code: "error", error: "the portal said nothing about it" };
  }

  /** What a dataset is called; one that was never published need not have a title. */
  function titleOf(managedDataset) {
    var dataset_id = managedDataset.dataset_id, metadata = managedDataset.metadata;
    var title = (metadata.default || {}).title;
    return title && title.value ? String(title.value) : dataset_id;
  }

  // managed-dataset-item.ts
  /** A dataset and what it is doing, as actions report it. */

  /** Whatever was begun with a dataset goes on for as long as it takes: its status tells how far it is. */
  function managedDatasetItem(dataset, account) {
    var result = datasetStatus(account, dataset.uid),
        status = result.status,
        since = result.since,
        is_published = result.is_published,
        message = result.message;
    return {
      id: dataset.uid,
      dataset_id: dataset.dataset_id,
      title: titleOf(dataset),
      is_published: is_published,
      is_restricted: dataset.is_restricted,
      status: status,
      since: since,
      message: message,
      url: backOfficePage(account.domain, dataset.uid)
    };
  }

  /** Where a dataset is managed by people. */
  function backOfficePage(domain, uid) {
    return "https://" + domain + "/backoffice/catalog/datasets/" + encodeURIComponent(uid) + "/";
  }

  // triggers/dataset_status.ts
  /** Each dataset takes two requests, and a poll has 30 seconds. */
  var MOST_DATASETS = 20;

  /** With the time at which it began in the id, the same status triggers again when it comes back. */
  function dataset_status_poll(bundle) {
    var auth_fields = bundle.auth_fields, trigger_fields = bundle.trigger_fields;
    var datasets = trigger_fields.datasets,
        statuses = trigger_fields.statuses === undefined ? ["error", "limit_reached"] : trigger_fields.statuses;
    if (datasets.length > MOST_DATASETS) {
      throw new ErrorException("Choose at most " + MOST_DATASETS + " datasets: there are " + datasets.length + ".");
    }
    var items = [];
    for (var i = 0; i < datasets.length; i++) {
      var uid = datasets[i];
      var result = datasetStatus(auth_fields, uid),
          records_errors = result.records_errors,
          status = result.status,
          rest = __rest(result, ["records_errors", "status"]);
      if (statuses.indexOf(status) === -1) continue;
      var dataset = managedDataset(auth_fields, uid);
      items.push({
        id: dataset.uid + ":" + status + ":" + rest.since,
        dataset_uid: dataset.uid,
        dataset_id: dataset.dataset_id,
        title: titleOf(dataset),
        status: status,
        previous: rest.previous,
        since: rest.since,
        is_published: rest.is_published,
        message: rest.message,
        records_errors: records_errors,
        url: backOfficePage(auth_fields.domain, dataset.uid)
      });
    }
    return items;
  }

  // paging.ts
  /** How many entries a dynamic dropdown loads at a time. */
  var PAGE_SIZE_paging = 100;

  // triggers/datasets.ts
  function datasets_poll(bundle) {
    var results = datasets(bundle.auth_fields, {
      order_by: "title",
      limit: PAGE_SIZE_paging,
      offset: (bundle.meta.page || 0) * PAGE_SIZE_paging
    }).results;
    return results.map(function(item) {
      var dataset_id = item.dataset_id, dataset_uid = item.dataset_uid, metas = item.metas;
      return {
        id: dataset_id,
        title: (metas.default || {}).title || dataset_id,
        dataset_uid: dataset_uid
      };
    });
  }

  // area.ts
  /** The area that a user draws, in any of the forms in which portals show it. */

  var number = "-?\\d+(?:\\.\\d+)?";
  var pair = new RegExp("^\\(?\\s*(" + number + ")\\s*,\\s*(" + number + ")\\s*\\)?$");
  var circle = new RegExp("^(" + number + ")\\s*,\\s*(" + number + ")\\s*,\\s*(\\d+(?:\\.\\d+)?)\\s*(km|m)?$");

  /** What an area is told to be, for the user whose text is none. */
  var forms = 'Write a circle as "48.85, 2.35, 10km", a polygon as "(48.8,2.2),(48.9,2.2),(48.9,2.4)" with latitude before longitude, or as "POLYGON((2.2 48.8, …))".';

  /**
   * The condition that a record lies in an area.
   *
   *     48.85, 2.35, 10km                     -> within_distance(`place`, geom'POINT(2.35 48.85)', 10km)
   *     (48.8,2.2),(48.9,2.2),(48.9,2.4)      -> within(`place`, geom'POLYGON((2.2 48.8,2.2 48.9,2.4 48.9,2.2 48.8))')
   *     POLYGON((2.2 48.8,2.2 48.9,2.4 48.9,2.2 48.8)) -> as it is
   */
  function inArea(field, typed) {
    var area = typed.trim();
    var round = circle.exec(area);
    if (round) {
      var latitude = round[1],
          longitude = round[2],
          distance = round[3],
          unit = round[4] === undefined ? "m" : round[4];
      var center = point(Number(latitude), Number(longitude));
      return "within_distance(" + fieldName(field) + ", geom'POINT(" + center + ")', " + distance + unit + ")";
    }
    return "within(" + fieldName(field) + ", geom'" + wellKnownText(area) + "')";
  }

  function wellKnownText(area) {
    if (/^(MULTI)?POLYGON\s*\([-\d\s.,()]+\)$/i.test(area)) return area;
    // The text of a portal's own addresses: `geofilter.polygon=(48.8,2.2),(48.9,2.2),…`
    var typed = area.replace(/^geofilter\.polygon=/, "").split(/\)\s*,\s*\(/);
    if (typed.length < 3) throw new ErrorException('"' + area + '" is not an area. ' + forms);
    var corners = typed.map(corner);
    var isClosed = corners[0] === corners[corners.length - 1];
    return "POLYGON((" + (isClosed ? corners : corners.concat(corners.slice(0, 1))).join(",") + "))";
  }

  function corner(typed) {
    var result = pair.exec(typed.trim()) || [], latitude = result[1], longitude = result[2];
    if (!latitude || !longitude)
      throw new ErrorException('"' + typed + '" is not a corner of an area. ' + forms);
    return point(Number(latitude), Number(longitude));
  }

  /** Longitude comes first in ODSQL. */
  function point(latitude, longitude) {
    if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) {
      throw new ErrorException(latitude + ", " + longitude + " is no place on Earth. " + forms);
    }
    return longitude + " " + latitude;
  }

  // record-fields.ts
  /** The fields with which a user chooses records of a dataset, and the conditions that they stand for. */

  /** The chosen records of a dataset, as it is asked for them. */
  function chosenRecords(recordChoice, dataset) {
    var filter = recordChoice.filter, facets = recordChoice.facets, area = recordChoice.area;
    var place = area && area.trim() !== "" ? inArea(placeField(dataset), area) : undefined;
    return {
      where: all([filter, place]),
      refine: (facets || []).map(function(facet) {
        return facet.trim();
      }).filter(function(facet) {
        return facet !== "";
      })
    };
  }

  /** Where a record is: its outline, or else its point. */
  function placeField(dataset) {
    var dataset_id = dataset.dataset_id, fields = dataset.fields;
    var byType = function(type) {
      return fields.filter(function(field) {
        return field.type === type;
      })[0];
    };
    var place = byType("geo_shape") || byType("geo_point_2d");
    if (!place)
      throw new ErrorException('The dataset "' + dataset_id + '" has no places: leave the area empty.');
    return place.name;
  }

  /** What the platform calls the types of fields; any other is text. */
  var fieldTypes = {
    int: "int",
    double: "float",
    boolean: "bool",
    date: "datetime",
    datetime: "datetime"
  };

  /** The labels of a dataset's fields, for items that have the values under keys with a prefix. */
  function labelsOf(fields, prefix) {
    return fields.map(function(item) {
      var name = item.name, label = item.label, type = item.type;
      return {
        type: fieldTypes[type] || "unicode",
        key: prefix + name,
        label: label || name
      };
    });
  }

  // record-identity.ts
  /** What tells the records of a dataset apart. */

  /** The record's own id: a hash of all of its values. Publishing it is `record_timestamp`. */
  var ownId = "recordid";

  /** The fields that identify a record: those that the user chose, else those that the publisher marked, else none. */
  function identifyingFields(typed, fields) {
    var chosen = knownFields(typed || [], fields, "identifying field");
    return chosen.length > 0 ? chosen : fields.filter(isMarked).map(function(item) {
      var name = item.name;
      return name;
    });
  }

  /** The names that a user typed, each of which must be a field of the dataset. */
  function knownFields(typed, fields, what) {
    var chosen = typed.map(function(name) {
      return name.trim();
    }).filter(function(name) {
      return name !== "";
    });
    var names = fields.map(function(item) {
      var name = item.name;
      return name;
    });
    for (var i = 0; i < chosen.length; i++) {
      var name = chosen[i];
      if (names.indexOf(name) === -1) {
        throw new ErrorException("The " + what + ' "' + name + '" is not in this dataset. Its fields are: ' + names.join(", ") + ".");
      }
    }
    return chosen;
  }

  function isMarked(field) {
    var annotations = field.annotations;
    return annotations !== undefined && annotations.id !== undefined;
  }

  /** `["station-7","2024-03-01"]` for the values of the identifying fields; without any, the record's own id. */
  function identityOf(record, identifying) {
    return identifying.length > 0 ? JSON.stringify(identifying.map(function(name) {
      return record[name];
    })) : String(record[ownId]);
  }

  /** The first item of each id. The platform wants each id once, and the first is the newest. */
  function withoutRepeats(items) {
    var seen = Object.create(null);
    return items.filter(function(item) {
      var id = item.id;
      var isNew = !seen[id];
      seen[id] = true;
      return isNew;
    });
  }

  // triggers/field_value_changed.ts
  /** How many records one poll looks at. */
  var MOST_RECORDS = 1000;
  /** How many it looks at when a Zap is turned on. */
  var MOST_REMEMBERED_field_value_changed = 10000;

  function field_value_changed_poll(bundle) {
    var auth_fields = bundle.auth_fields, trigger_fields = bundle.trigger_fields, meta = bundle.meta;
    var found = dataset(auth_fields, trigger_fields.dataset);
    var watch = watchOf(trigger_fields, found);
    var newest = records(auth_fields, found.dataset_id, __assign(__assign(__assign({}, chosenRecords(trigger_fields, found)), {
      // An id is made of no more than these.
      select: meta.first_poll ? comparedFields(watch).map(fieldName).join(", ") : "*"
    }), watch.timestamp && { order_by: descending(watch.timestamp) }, { most: meta.first_poll ? MOST_REMEMBERED_field_value_changed : MOST_RECORDS }));
    var changes = trigger_fields.keeps === "history" ? changesIn(newest, watch) : newest.map(function(record) {
      return { record: record };
    });
    var url = datasetPage(auth_fields.domain, found.dataset_id);
    var items = withoutRepeats(changes.map(function(change) {
      return __assign({}, asItem_field_value_changed(change, watch), { url: url });
    }));
    return polled(meta.frontend ? items.slice(0, SAMPLES) : items, meta);
  }

  function watchOf(poll, dataset) {
    var id_fields = poll.id_fields, watched = poll.watched, timestamp = poll.timestamp, keeps = poll.keeps;
    var dataset_id = dataset.dataset_id, fields = dataset.fields;
    var identifying = identifyingFields(id_fields, fields);
    if (identifying.length === 0) {
      throw new ErrorException('The dataset "' + dataset_id + '" has no unique fields: choose the identifying fields.');
    }
    if (keeps === "history" && !timestamp) {
      throw new ErrorException("With a record for each reading, choose the timestamp field: it says which came first.");
    }
    return __assign({
      identifying: identifying,
      watched: knownFields(watched, fields, "watched field")
    }, timestamp && { timestamp: timestamp.trim() });
  }

  function comparedFields(watch) {
    var identifying = watch.identifying, watched = watch.watched, timestamp = watch.timestamp;
    return identifying.concat(watched, timestamp || []);
  }

  /** The records whose watched values differ from those of the record of the same thing before them. */
  function changesIn(newestFirst, watch) {
    var identifying = watch.identifying, watched = watch.watched;
    var changes = [];
    var later = Object.create(null);
    for (var i = 0; i < newestFirst.length; i++) {
      var record = newestFirst[i];
      var identity = identityOf(record, identifying);
      var next = later[identity];
      if (next && identityOf(next, watched) !== identityOf(record, watched)) {
        changes.push({ record: next, before: record });
      }
      later[identity] = record;
    }
    return changes;
  }

  function asItem_field_value_changed(change, watch) {
    var record = change.record, before = change.before;
    var identifying = watch.identifying, watched = watch.watched, timestamp = watch.timestamp;
    var identity = identityOf(record, identifying);
    var changed_at = timestamp ? record[timestamp] : undefined;
    return {
      id: [identity, identityOf(record, watched)].concat(timestamp ? String(changed_at) : []).join(":"),
      key: identifying.map(function(name) {
        return record[name];
      }).join(", "),
      changed_at: changed_at,
      value: pick(record, watched),
      old_value: before && pick(before, watched),
      old_value_known: before !== undefined,
      record: record
    };
  }

  function pick(record, names) {
    var picked = {};
    for (var i = 0; i < names.length; i++) {
      var name = names[i];
      picked[name] = record[name];
    }
    return picked;
  }

  /** The editor shows "Niveau d'alerte" for `level`. */
  function field_value_changed_post_custom_trigger_fields(bundle) {
    var fields = answered(bundle.response, bundle.auth_fields.domain, { about: "this dataset" }).fields;
    return ["value__", "old_value__", "record__"].reduce(function(labels, prefix) {
      return labels.concat(labelsOf(fields, prefix));
    }, []);
  }

  // triggers/fields.ts
  /** The dataset is what the user has chosen in the step so far. */
  function fields_poll(bundle) {
    var fields = dataset(bundle.auth_fields, bundle.trigger_fields.dataset).fields;
    return fields.map(function(item) {
      var name = item.name, label = item.label, type = item.type;
      return { id: name, label: label || name, type: type };
    });
  }

  // triggers/harvester_error.ts
  /** Each takes a request of its own, and a poll has 30 seconds. */
  var MOST_FAILED = 40;

  /** With the start of the run in the id, a harvester that fails every night triggers every night. */
  function harvester_error_poll(bundle) {
    var auth_fields = bundle.auth_fields, trigger_fields = bundle.trigger_fields;
    var name = (trigger_fields.name || "").trim();
    return harvesters(auth_fields).filter(function(harvester) {
      return hasFailed(harvester) && (!name || harvester.name === name);
    }).sort(function(one, other) {
      return startOf(other) - startOf(one);
    }).slice(0, MOST_FAILED).map(function(harvester) {
      var result = harvesterErrors(auth_fields, harvester.uid),
          message = result.harvester,
          resources = result.resources;
      return {
        id: harvester.uid + ":" + harvester.last_started_at,
        harvester_uid: harvester.uid,
        name: harvester.name,
        type: harvester.type,
        started_at: harvester.last_started_at,
        last_success_at: harvester.last_success_at,
        message: message,
        datasets: Object.keys(resources).map(function(dataset) {
          return { dataset: dataset, message: resources[dataset] };
        })
      };
    });
  }

  function startOf(harvester) {
    var last_started_at = harvester.last_started_at;
    return last_started_at ? Date.parse(last_started_at) : 0;
  }

  /** While a harvester runs, what it has failed with so far is not all. */
  function hasFailed(harvester) {
    var status = harvester.status,
        has_error = harvester.has_error,
        resource_errors_count = harvester.resource_errors_count;
    return status === "idle" && (has_error || resource_errors_count > 0);
  }

  // triggers/languages.ts
  function languages_poll(bundle) {
    return facetValues(bundle.auth_fields, "language").map(function(item) {
      var name = item.name, count = item.count;
      return {
        id: name,
        name: name,
        datasets: count
      };
    });
  }

  // triggers/managed_datasets.ts
  function managed_datasets_poll(bundle) {
    var page = { limit: PAGE_SIZE_paging, offset: (bundle.meta.page || 0) * PAGE_SIZE_paging };
    return managedDatasets(bundle.auth_fields, page).map(function(dataset) {
      return {
        id: dataset.uid,
        title: titleOf(dataset),
        dataset_id: dataset.dataset_id,
        is_published: dataset.is_published
      };
    });
  }

  // triggers/new_dataset.ts
  /** How many datasets are remembered when a Zap is turned on. */
  var MOST_REMEMBERED_new_dataset = 3000;

  /** How many datasets are looked at in one poll, when as many were published within a day. */
  var MOST_PUBLISHED = 1000;

  /**
   * Publishing always processes a dataset's metadata, so what is new stands in front. When all datasets were just published
   * anew, a new one can stand behind many others: so all that were published within a day are looked at.
   */
  function new_dataset_poll(bundle) {
    var auth_fields = bundle.auth_fields, trigger_fields = bundle.trigger_fields, meta = bundle.meta;
    var selection = __assign(__assign({}, chosen(trigger_fields)), { order_by: descending("metadata_processed") });
    var asItem = function(dataset) {
      return __assign({ id: trigger_fields.event === "changed" ? dataset.dataset_uid + "@" + changedAt(dataset) : dataset.dataset_uid }, datasetItem(dataset, auth_fields));
    };
    if (meta.frontend) {
      return datasets(auth_fields, __assign({}, selection, { limit: SAMPLES })).results.map(asItem);
    }
    var found = datasetsUntil(auth_fields, __assign({}, selection, {
      most: meta.first_poll ? MOST_REMEMBERED_new_dataset : MOST_PUBLISHED,
      isEnough: function(options) {
        var metas = options.metas;
        return !meta.first_poll && isOlderThan(DAY, (metas.default || {}).metadata_processed);
      }
    }));
    return polled(found.map(asItem), meta);
  }

  /** When the data last changed, as far as the portal knows. */
  function changedAt(listedDataset) {
    var metas = listedDataset.metas;
    var given = metas.default || {},
        modified = given.modified,
        modified_updates_on_data_change = given.modified_updates_on_data_change,
        data_processed = given.data_processed,
        metadata_processed = given.metadata_processed;
    if (modified && modified_updates_on_data_change) return modified;
    return data_processed || metadata_processed;
  }

  // triggers/new_feedback.ts
  /** All comments are remembered when a Zap is turned on: those that are taken back or archived let older ones move up. */
  function new_feedback_poll(bundle) {
    var auth_fields = bundle.auth_fields, trigger_fields = bundle.trigger_fields, meta = bundle.meta;
    var isEnough = function(feedback) {
      var created_at = feedback.created_at;
      return !meta.first_poll && isOlderThan(DAY, created_at);
    };
    var items = feedbacksUntil(auth_fields, trigger_fields.dataset, isEnough).map(function(item) {
      var uid = item.uid,
          record_id = item.record_id,
          user = item.user,
          comment = item.comment,
          values = item.values === undefined ? {} : item.values,
          created_at = item.created_at;
      return {
        id: uid,
        dataset_uid: trigger_fields.dataset,
        record_id: record_id,
        user: user.username,
        comment: comment,
        suggestions: Object.keys(values).map(function(field) {
          return {
            field: field,
            value: (values[field] || { value: null }).value
          };
        }),
        created_at: created_at
      };
    });
    return polled(items, meta);
  }

  // triggers/new_record.ts
  /** How many new records one poll can see. */
  var MOST_NEW = 1000;
  /** How many ids are remembered when a Zap is turned on: when records are deleted, older ones move up among the newest. */
  var MOST_REMEMBERED_new_record = 10000;

  function new_record_poll(bundle) {
    var auth_fields = bundle.auth_fields, trigger_fields = bundle.trigger_fields, meta = bundle.meta;
    var found = dataset(auth_fields, trigger_fields.dataset);
    var identifying = identifyingFields(trigger_fields.id_fields, found.fields);
    var newest = records(auth_fields, found.dataset_id, __assign(__assign({}, chosenRecords(trigger_fields, found)), {
      order_by: descending(trigger_fields.order_by),
      select: meta.first_poll ? __spreadArray([ownId], identifying)
        .map(fieldName)
        .join(", ") : "*, recordid, record_timestamp",
      most: meta.first_poll ? MOST_REMEMBERED_new_record : meta.frontend ? SAMPLES : MOST_NEW
    }));
    var url = datasetPage(auth_fields.domain, found.dataset_id);
    var asItem = function(record) {
      var recordid = record.recordid,
          record_timestamp = record.record_timestamp,
          values = __rest(record, ["recordid", "record_timestamp"]);
      return { id: identityOf(record, identifying), published: record_timestamp, record: values, url: url };
    };
    return polled(withoutRepeats(newest.map(asItem)), meta);
  }

  /** The editor shows "Postal code" for `code_postal`. */
  function new_record_post_custom_trigger_fields(bundle) {
    var fields = answered(bundle.response, bundle.auth_fields.domain, { about: "this dataset" }).fields;
    return labelsOf(fields, "record__");
  }

  // triggers/portal.ts
  /** An empty portal is a portal, too. */
  function portal_poll(bundle) {
    var total_count = datasets(bundle.auth_fields, { limit: 1 }).total_count;
    return [{ id: bundle.auth_fields.domain, datasets: total_count }];
  }

  // triggers/publishers.ts
  function publishers_poll(bundle) {
    return facetValues(bundle.auth_fields, "publisher").map(function(item) {
      var name = item.name, count = item.count;
      return {
        id: name,
        name: name,
        datasets: count
      };
    });
  }

  // triggers/themes.ts
  function themes_poll(bundle) {
    return facetValues(bundle.auth_fields, "theme").map(function(item) {
      var name = item.name, count = item.count;
      return {
        id: name,
        name: name,
        datasets: count
      };
    });
  }

  // actions/create_dataset.ts
  function create_dataset_write(bundle) {
    var auth_fields = bundle.auth_fields, action_fields = bundle.action_fields;
    var identifier = action_fields.identifier,
        is_restricted = action_fields.is_restricted === undefined ? false : action_fields.is_restricted,
        title = action_fields.title,
        description = action_fields.description,
        keywords = action_fields.keywords,
        publisher = action_fields.publisher,
        language = action_fields.language;
    var created = createDataset(auth_fields, {
      dataset_id: identifier && identifier.trim(),
      is_restricted: is_restricted,
      metadata: {
        default: {
          title: { value: title },
          language: { value: language },
          modified: { value: (new Date()).toISOString() },
          description: description && { value: description },
          keyword: keywords && { value: keywords },
          publisher: publisher && { value: publisher }
        }
      }
    });
    return managedDatasetItem(created, auth_fields);
  }

  // actions/invite_user.ts
  function invite_user_write(bundle) {
    var auth_fields = bundle.auth_fields, action_fields = bundle.action_fields;
    var email = action_fields.email,
        first_name = action_fields.first_name,
        last_name = action_fields.last_name,
        permissions = action_fields.permissions,
        groups = action_fields.groups;
    var result = inviteUser(auth_fields, {
      email: email.trim(),
      first_name: first_name,
      last_name: last_name,
      permissions: permissions,
      groups: groups && groups.map(function(uid) {
        return { uid: uid };
      })
    }), data = result.data, error = result.error;
    if (!data) throw new ErrorException(email + " could not be invited: " + z.JSON.stringify(error));
    return { id: data.username, username: data.username, email: data.email };
  }

  // actions/publish_dataset.ts
  function publish_dataset_write(bundle) {
    var auth_fields = bundle.auth_fields, action_fields = bundle.action_fields;
    setPublished(auth_fields, action_fields.dataset, "publish");
    return managedDatasetItem(managedDataset(auth_fields, action_fields.dataset), auth_fields);
  }

  // actions/unpublish_dataset.ts
  function unpublish_dataset_write(bundle) {
    var auth_fields = bundle.auth_fields, action_fields = bundle.action_fields;
    setPublished(auth_fields, action_fields.dataset, "unpublish");
    return managedDatasetItem(managedDataset(auth_fields, action_fields.dataset), auth_fields);
  }

  // actions/update_dataset_metadata.ts
  /** `default__title` -> the field `title` of the template `default` */
  var SEPARATOR = "__";

  /** Types of metadata that are no text, as the platform knows them. */
  var types = {
    int: "int",
    double: "float",
    boolean: "bool",
    date: "datetime",
    datetime: "datetime",
    html: "text",
    longstring: "text"
  };

  var lists = ["list", "enumlist", "uri_enumlist", "multitext"];

  /** The API changes one metadata at a time: when it refuses one, the error names those that are changed already. */
  function update_dataset_metadata_write(bundle) {
    var auth_fields = bundle.auth_fields, action_fields_full = bundle.action_fields_full;
    var dataset = action_fields_full.dataset;
    var changed = [];
    for (var i = 0, result = filledIn(action_fields_full); i < result.length; i++) {
      var item = result[i], template = item.template, name = item.name, value = item.value;
      var done = changed.length > 0 ? "Changed before that: " + changed.join(", ") + "." : undefined;
      setMetadata(auth_fields, dataset, { template: template, name: name, value: value, done: done });
      changed.push(template + "." + name);
    }
    return managedDatasetItem(managedDataset(auth_fields, dataset), auth_fields);
  }

  function filledIn(values) {
    var filled = [];
    for (var i = 0, result = Object.keys(values); i < result.length; i++) {
      var key = result[i];
      var end = key.indexOf(SEPARATOR);
      var value = values[key];
      if (end === -1 || isEmpty(value)) continue;
      filled.push({ template: key.slice(0, end), name: key.slice(end + SEPARATOR.length), value: value });
    }
    return filled;
  }

  function isEmpty(value) {
    return value == null || value === "" || Array.isArray(value) && value.length === 0;
  }

  /** Each portal has its own metadata. */
  function update_dataset_metadata_custom_action_fields(bundle) {
    var fields = [];
    for (var i = 0, result = metadataTemplates(bundle.auth_fields); i < result.length; i++) {
      var item = result[i],
          name = item.name,
          title = item.title,
          is_active = item.is_active,
          schema = item.schema;
      if (!is_active) continue;
      for (var j = 0; j < schema.length; j++) {
        var field = schema[j];
        if (!field.is_hidden) fields.push(asCustomField(field, { name: name, title: title }));
      }
    }
    return fields;
  }

  function asCustomField(templateField, template) {
    var name = templateField.name,
        type = templateField.type === undefined ? "text" : templateField.type,
        label = templateField.label,
        help_text = templateField.help_text,
        choices = templateField.choices;
    return __assign(__assign({
      key: template.name + SEPARATOR + name,
      type: types[type] || "unicode",
      label: (label || name) + " (" + template.title + ")",
      required: false
    }, help_text && { help_text: help_text }, choices && choices.length > 0 && { choices: choices }), lists.indexOf(type) !== -1 && { list: true });
  }

  // searches/find_dataset.ts
  /** An unpublished dataset is not in the catalog: it is looked for among those that the account may edit. */
  function find_dataset_search(bundle) {
    var name = folded(bundle.search_fields.name);
    return allManagedDatasets(bundle.auth_fields).filter(function(dataset) {
      return folded(dataset.dataset_id) === name || folded(titleOf(dataset)) === name;
    }).map(function(dataset) {
      return { id: dataset.uid, dataset_id: dataset.dataset_id, title: titleOf(dataset) };
    });
  }

  function find_dataset_read_resource(bundle) {
    var auth_fields = bundle.auth_fields, read_fields = bundle.read_fields;
    return managedDatasetItem(managedDataset(auth_fields, String(read_fields.id)), auth_fields);
  }

  function folded(text) {
    return text.trim().toLowerCase();
  }

  // searches/find_record.ts
  /** The platform takes the first match. */
  var MOST_MATCHES = 10;

  function find_record_search(bundle) {
    var auth_fields = bundle.auth_fields, search_fields = bundle.search_fields;
    var words = search_fields.words, field = search_fields.field, value = search_fields.value;
    var found = dataset(auth_fields, search_fields.dataset);
    var result = chosenRecords(search_fields, found), where = result.where, refine = result.refine;
    var matches = records(auth_fields, found.dataset_id, {
      refine: refine,
      where: all([
        where,
        words && fullText(words),
        field && value && equals(field, typed(value, typeOf(field, found.fields)))
      ]),
      select: "*, recordid, record_timestamp",
      most: MOST_MATCHES
    });
    return matches.map(function(item) {
      var given = ownId,
          id = item[given],
          record_timestamp = item.record_timestamp,
          record = __rest(item, [given + "", "record_timestamp"]);
      return {
        id: id,
        published: record_timestamp,
        record: record,
        url: datasetPage(auth_fields.domain, found.dataset_id)
      };
    });
  }

  function typeOf(name, fields) {
    var field = fields.filter(function(each) {
      return each.name === name.trim();
    })[0];
    return field && field.type;
  }

  /**
   * ODSQL compares each type with its own: `"12"` of an `int` -> 12, `"true"` of a `boolean` -> true.
   * What is no value of its type stays text: the portal says what is wrong with it.
   */
  function typed(value, type) {
    var given = value.trim();
    var isNumber = (type === "int" || type === "double") && /^-?\d+(\.\d+)?$/.test(given);
    if (isNumber) return Number(given);
    if (type === "boolean" && /^(true|false)$/i.test(given)) return given.toLowerCase() === "true";
    // What is no date parses to NaN, which is not more than anything.
    var isDate = (type === "date" || type === "datetime") && Date.parse(given) > Number.NEGATIVE_INFINITY;
    return isDate ? new Date(given) : value;
  }

  return {
    get_session_info: get_session_info,
    get_connection_label: get_connection_label,
    pre_subscribe: pre_subscribe,
    post_subscribe: post_subscribe,
    pre_unsubscribe: pre_unsubscribe,
    dataset_event_poll: dataset_event_poll,
    dataset_event_catch_hook: dataset_event_catch_hook,
    dataset_not_updated_poll: dataset_not_updated_poll,
    dataset_status_poll: dataset_status_poll,
    datasets_poll: datasets_poll,
    field_value_changed_poll: field_value_changed_poll,
    field_value_changed_post_custom_trigger_fields: field_value_changed_post_custom_trigger_fields,
    fields_poll: fields_poll,
    harvester_error_poll: harvester_error_poll,
    languages_poll: languages_poll,
    managed_datasets_poll: managed_datasets_poll,
    new_dataset_poll: new_dataset_poll,
    new_feedback_poll: new_feedback_poll,
    new_record_poll: new_record_poll,
    new_record_post_custom_trigger_fields: new_record_post_custom_trigger_fields,
    portal_poll: portal_poll,
    publishers_poll: publishers_poll,
    themes_poll: themes_poll,
    create_dataset_write: create_dataset_write,
    invite_user_write: invite_user_write,
    publish_dataset_write: publish_dataset_write,
    unpublish_dataset_write: unpublish_dataset_write,
    update_dataset_metadata_write: update_dataset_metadata_write,
    update_dataset_metadata_custom_action_fields: update_dataset_metadata_custom_action_fields,
    find_dataset_search: find_dataset_search,
    find_dataset_read_resource: find_dataset_read_resource,
    find_record_search: find_record_search
  };
})();
