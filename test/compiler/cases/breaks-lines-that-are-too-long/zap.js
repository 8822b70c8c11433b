// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
/* jshint eqnull: true */
'use strict';

var Zap = (function () {
  // feature.ts
  function Query() {
    this.asked = [];
  }

  Query.prototype.where = function(name, value) {
    if (value !== "" && value !== 0 && name.length > 0) this.asked.push(name + "=" + encodeURIComponent(value));
    return this;
  };

  function described(dataset, language) {
    var dataset_id = dataset.dataset_id,
        title = dataset.title === undefined ? "without a title" : dataset.title,
        records_count = dataset.records_count === undefined ? 0 : dataset.records_count;
    return {
      dataset_id: dataset_id,
      title: title,
      records_count: records_count,
      language: language,
      url: "https://data.example/explore/" + dataset_id
    };
  }

  function counted(datasets) {
    var count = 0;
    for (var index = 0; index < datasets.length && count < 1000; index++)
      count += datasets[index] == null || datasets[index].records_count == null ?
        0 :
        datasets[index].records_count;
    return count;
  }

  function asked(text) {
    return new Query().where("text", text).where("language", "fr").where("timezone", "Europe/Paris").asked;
  }

  function counting(names, asked) {
    var found = { names: names.length, all: names.filter(function(name) {
      return name !== "the name of nobody";
    }), each: names.map(function(name) {
      var isAsked = asked[name] === true;
      return isAsked;
    }) };
    if (names.length > 1 && asked["the name of somebody"] !== false && found.names > 0)
      names.forEach(function(name) {
        found.names += name.length;
      });
    return found;
  }

  function feature() {
    var short = { dataset_id: "a", records_count: 3 };
    var first = described({ dataset_id: "roads", title: "Roads of the region", records_count: 12 }, "fr");
    return [
      first,
      described(short, "en"),
      counted([first, short]),
      asked("é"),
      counting(["a", "bc"], { bc: true })
    ];
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
