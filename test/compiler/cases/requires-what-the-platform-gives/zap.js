// Example 1.2.3
// Made from TypeScript by zapc 0.1.0; sources fa53c036492ffe8e, file 8066d6ea1f14f1f1.
// Change the sources and build again: what is changed here is lost.
'use strict';

var Zap = (function () {
  // triggers/thing.ts
  function thing_poll(bundle) {
    var querystring = require("querystring");
    var parse = require("url").parse;
    var host = parse(bundle.request.url).host;
    return [{ id: querystring.stringify({ host: host }) }];
  }

  // searches/find_thing.ts
  /** In `Zap` it is `find_thing_search`: here the metadata has this name. */
  function find_thing_search(bundle, callback) {
    z.request(bundle.request, function(error, options) {
      var content = options.content === undefined ? "[]" : options.content;
      if (error) callback(error);
      else callback(null, z.JSON.parse(content));
    });
  }

  return {
    thing_poll: thing_poll,
    find_thing_search: find_thing_search
  };
})();
