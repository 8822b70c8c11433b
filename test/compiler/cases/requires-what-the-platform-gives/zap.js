// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
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
    z.request(bundle.request, function(error, response) {
      var content = response.content === undefined ? "[]" : response.content;
      if (error) callback(error);
      else callback(null, z.JSON.parse(content));
    });
  }

  return {
    thing_poll: thing_poll,
    find_thing_search: find_thing_search
  };
})();
