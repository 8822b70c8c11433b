// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
/* jshint eqnull: true */
'use strict';

var Zap = (function () {
  // feature.ts
  /** A ticket as it is shown. */
  function shown(ticket, prefix) {
    // As the API has it.
    var id = ticket.id,
        title = ticket.title === undefined ? "untitled" : ticket.title, // by default
        // Most have none.
        _tags = ticket.tags === undefined ? [] : ticket.tags,
        first = _tags[0],
        second = _tags[1] /* rarely */,
        others = _tags.slice(2) /* the rest */,
        _queue = ticket.queue === undefined ? {} : ticket.queue,
        name = _queue.name === undefined ? /* of the queue */ "none" : _queue.name;
    if (prefix === undefined) {
      prefix = /* before all */ "#";
    }
    return [prefix + id, title, first, second, others.length, name].join(" ");
  }
  function nothing(/* nothing is asked for */) {
    return 0;
  }

  function feature() {
    var tickets = [{ id: 1 }, { id: 2, title: "Fire", tags: ["a", "b", "c"], queue: { name: "it" } }];
    var /* oldest */ oldest = tickets[0], /* latest */ latest = tickets[1];
    var count = 0;
    var title;
    for (var i = 0; i < tickets.length; i++) {
      var _ticket = tickets[i],
          id = _ticket.id,
          tags = _ticket.tags === undefined ? /* of each */ [] : _ticket.tags;
      count += id + tags.length;
    }
    // From the first to the last.
    count = count + /* so far */ 1;
    title = latest == null ? undefined : latest.title;
    count = latest.id; // sets the count
    // Sets the title.
    title = latest.title;
    var lazy = function(/* later */) {
      return count;
    };
    return [oldest == null ? undefined : oldest.id, tickets.map(function(ticket) {
      return shown(ticket);
    }), nothing(), count, title, lazy()];
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
