// Opendatasoft 1.0.0
// Made from TypeScript by zapc 0.1.0; sources 346ecc729c10a94e, file 97e8ad480fd41285.
// Change the sources and build again: what is changed here is lost.
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

  // explore.ts
  /** The Explore API v2.1, with which a portal is read. */

  /** The most that one request can ask for. */
  var MOST_RESULTS = 100;

  /** The editor shows three samples at most. */
  var SAMPLES = 3;

  function request(options) {
    var domain = options.domain, authorization = options.authorization, path = options.path, params = options.params;
    try {
      return z.request({
        url: "https://" + domain + "/api/explore/v2.1" + path,
        headers: { Accept: "application/json", Authorization: authorization },
        params: params
      });
    } catch (error) {
      throw new HaltedException(domain + " could not be reached: " + error.message);
    }
  }

  /** What the portal answered, parsed. Any other answer becomes the exception that fits, in words for the Zap's owner. */
  function parse(answer, domain) {
    var body = parsed(answer.content);
    var status = answer.status_code;
    if (status === 200 && body)
      return body;

    var given = body || {},
        message = given.message,
        error_code = given.error_code,
        reset_time = given.reset_time,
        limit_time_unit = given.limit_time_unit,
        call_limit = given.call_limit;
    var said = message ? ": " + message + " (" + error_code + ")" : "";
    if (status === 401)
      throw new InvalidSessionException();
    if (status === 429) {
      var limit = call_limit ? "Its limit of " + call_limit + " calls per " + limit_time_unit + " is used up" : "It is too busy";
      throw new HaltedException(domain + " accepts no more requests until " + (reset_time || "later") + ". " + limit + ".");
    }
    if (status >= 500)
      throw new HaltedException(domain + " has a problem of its own (status " + status + ").");
    if (!body) {
      throw new ErrorException(domain + " answered with a web page instead of data (status " + status + "). Check the domain of the connected account.");
    }
    if (status === 400) {
      throw new ErrorException(domain + " does not understand the filter or a field of this Zap" + said);
    }
    if (status === 403)
      throw new ErrorException("The API key has no permission to read this on " + domain + said);
    if (status === 404) {
      throw new ErrorException(domain + " does not have this dataset, or it was renamed" + said);
    }
    throw new ErrorException(domain + " refused the request with status " + status + said);
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

  var explore = { request: request, parse: parse };

  // auth.ts
  /** Checks the key on the portal. From then on `domain` is the portal's bare host name. */
  function get_session_info(bundle) {
    var domain = normalisedDomain(bundle.auth_fields.domain);
    var authorization = "Apikey " + bundle.auth_fields.api_key.trim();
    var answer = explore.request({ domain: domain, authorization: authorization, path: "/catalog/datasets", params: { limit: 1 } });
    if (answer.status_code === 401) {
      throw new ExpiredAuthException(domain + " does not accept this API key. Create a new one at https://" + domain + "/account/api-keys/ and connect the account again.");
    }
    explore.parse(answer, domain);
    return { domain: domain, authorization: authorization };
  }

  function get_connection_label(bundle) {
    return bundle.auth_fields.domain;
  }

  // odsql.ts
  /** ODSQL, the portal's query language, quoted so that what a user types stays what it is. */

  /** A full-text search for all words of a text: `"action movies"`. */
  function fullText(text) {
    return '"' + text.replace(/[\\"]/g, "\\$&") + '"';
  }

  /** A field's name, also where it is a number or a reserved word. */
  function fieldName(name) {
    return "`" + name.replace(/`/g, "") + "`";
  }

  // triggers/new_dataset.ts
  function new_dataset_pre_poll(bundle) {
    var request = bundle.request, trigger_fields = bundle.trigger_fields;
    var search = trigger_fields.search,
        theme = trigger_fields.theme,
        language = trigger_fields.language,
        publisher = trigger_fields.publisher;
    request.params.limit = bundle.meta.frontend ? SAMPLES : MOST_RESULTS;
    // A publisher may set `modified`, or leave it out; publishing always processes the metadata.
    request.params.order_by = "metadata_processed desc";
    if (search)
      request.params.where = fullText(search);
    request.params.refine = refinements({ theme: theme, language: language, publisher: publisher });
    return request;
  }

  /** `{ theme: "Culture" }` -> `["theme:Culture"]`, without what the user left empty. */
  function refinements(facets) {
    return Object.keys(facets).filter(function(name) {
      return facets[name];
    }).map(function(name) {
      return name + ":" + facets[name];
    });
  }

  function new_dataset_post_poll(bundle) {
    var domain = bundle.auth_fields.domain;
    var results = explore.parse(bundle.response, domain).results;
    return results.map(function(dataset) {
      return asItem(dataset, domain);
    });
  }

  function asItem(dataset, domain) {
    var dataset_uid = dataset.dataset_uid, dataset_id = dataset.dataset_id, metas = dataset.metas;
    var meta = metas.default || {};
    return {
      id: dataset_uid,
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
      url: "https://" + domain + "/explore/dataset/" + encodeURIComponent(dataset_id) + "/"
    };
  }

  // What TypeScript's lowered syntax calls; TypeScript gives the names. Only what is called comes into zap.js.

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

  // triggers/new_record.ts
  function new_record_poll(bundle) {
    var auth_fields = bundle.auth_fields, domain = auth_fields.domain, authorization = auth_fields.authorization;
    var trigger_fields = bundle.trigger_fields,
        dataset = trigger_fields.dataset,
        filter = trigger_fields.filter,
        order_by = trigger_fields.order_by,
        id_fields = trigger_fields.id_fields;
    var answer = explore.request({
      domain: domain,
      authorization: authorization,
      path: "/catalog/datasets/" + encodeURIComponent(dataset.trim()) + "/records",
      params: {
        where: filter || undefined,
        order_by: fieldName(order_by.trim()) + " desc",
        limit: bundle.meta.frontend ? SAMPLES : MOST_RESULTS,
        include_app_metas: "true"
      }
    });
    var results = explore.parse(answer, domain).results;
    var identifying = (id_fields || []).map(function(name) {
      return name.trim();
    }).filter(function(name) {
      return name !== "";
    });
    return withoutRepeats(results.map(function(record) {
      return asItem_new_record(record, identifying);
    }));
  }

  function asItem_new_record(record, identifying) {
    var _id = record._id,
        _timestamp = record._timestamp,
        _size = record._size,
        _links = record._links,
        values = __rest(record, ["_id", "_timestamp", "_size", "_links"]);
    var id = identifying.length > 0 ? JSON.stringify(identifying.map(function(name) {
      return valueIn(values, name);
    })) : _id;
    return { id: id, published: _timestamp, record: values };
  }

  function valueIn(values, name) {
    var names = Object.keys(values);
    if (names.indexOf(name) === -1) {
      throw new ErrorException('The identifying field "' + name + '" is not in this dataset. Its fields are: ' + names.join(", ") + ".");
    }
    return values[name];
  }

  /** The platform wants each id once. The first is the newest. */
  function withoutRepeats(items) {
    var seen = Object.create(null);
    return items.filter(function(item) {
      var id = item.id;
      var isNew = !seen[id];
      seen[id] = true;
      return isNew;
    });
  }

  return {
    get_session_info: get_session_info,
    get_connection_label: get_connection_label,
    new_dataset_pre_poll: new_dataset_pre_poll,
    new_dataset_post_poll: new_dataset_post_poll,
    new_record_poll: new_record_poll
  };
})();
