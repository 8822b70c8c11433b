// Loaded before all else in the runner's process and in its thread for requests: what is asked of a host that stands on
// loopback, `{"data.example.com": 40001}`, reaches it there, under the certificate of that name.
const tls = require("node:tls");

const ports = JSON.parse(process.env.LOCAL_HOSTS);
const { connect } = tls;
tls.connect = (options, ...more) => {
  const port = ports[options.host];
  return connect(port === undefined ? options : { ...options, host: "127.0.0.1", port }, ...more);
};
