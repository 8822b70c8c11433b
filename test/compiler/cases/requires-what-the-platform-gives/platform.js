function require(name) {
  return {
    querystring: {
      stringify: function (query) {
        return "host=" + query.host;
      },
    },
    url: {
      parse: function (url) {
        return { host: url.split("/")[2] };
      },
    },
  }[name];
}

z.request = function (request, callback) {
  callback(null, { content: JSON.stringify([{ id: 1, url: request.url }]) });
};
