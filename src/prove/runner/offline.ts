/**
 * Loaded before all else in the runner's process and in its thread for requests. All connections lead to zapc's own servers on loopback,
 * which answer each request: those with TLS, without it, to the second one.
 */
import dgram from "node:dgram";
import dns from "node:dns";
import { syncBuiltinESMExports } from "node:module";
import net from "node:net";
import tls from "node:tls";

const [plainPort = 0, securePort = 0] = String(process.env.ZAPC_PORTS).split(",").map(Number);

type Listener = () => void;

const { connect } = net.Socket.prototype;

function connectLocally(socket: net.Socket, port: number, given: readonly unknown[]): net.Socket {
  // Node.js itself hands over its arguments as a list.
  const list = Array.isArray(given[0]) ? given[0] : given;
  const listener = list.find((it) => typeof it === "function") as Listener | undefined;
  return Reflect.apply(connect, socket, [{ port, host: "127.0.0.1" }, listener]);
}

net.Socket.prototype.connect = function (this: net.Socket, ...given: unknown[]) {
  return connectLocally(this, plainPort, given);
} as typeof connect;

tls.connect = ((...given: unknown[]) => {
  const socket = new net.Socket() as net.Socket & { [name: string]: unknown };
  const listener = given.find((it) => typeof it === "function") as Listener | undefined;
  if (listener) socket.once("secureConnect", listener);
  Object.assign(socket, {
    ...{ encrypted: true, authorized: true, alpnProtocol: false },
    getPeerCertificate: () => ({}),
    getSession: () => undefined,
    isSessionReused: () => false,
    setServername: () => {},
  });
  return connectLocally(socket, securePort, [() => socket.emit("secureConnect")]);
}) as typeof tls.connect;

function refuse(): never {
  throw Object.assign(new Error("zapc prove: nothing leaves this machine."), { code: "ENOTFOUND" });
}

function refuseAll(functions: object): void {
  for (const [name, value] of Object.entries(functions)) {
    if (typeof value === "function" && /^(lookup|resolve|reverse)/.test(name))
      Object.assign(functions, { [name]: refuse });
  }
}

refuseAll(dns);
refuseAll(dns.promises);
for (const resolver of [dns.Resolver, dns.promises.Resolver]) {
  for (const name of Object.getOwnPropertyNames(resolver.prototype)) {
    if (/^(resolve|reverse)/.test(name)) Object.assign(resolver.prototype, { [name]: refuse });
  }
}
Object.assign(dgram, { createSocket: refuse });
Object.assign(dgram.Socket.prototype, { bind: refuse, connect: refuse, send: refuse });
Object.assign(net.Server.prototype, { listen: refuse });
Object.assign(process, { binding: refuse, _linkedBinding: refuse });
syncBuiltinESMExports();
