import { once } from "node:events";
import { createServer, type Server, type Socket } from "node:net";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";

/** The answers of a hostile server. It gets the connection once a request has arrived. */
export type HostileAnswer = (socket: Socket) => void;

const head = (...lines: string[]) => `${["HTTP/1.1 200 OK", ...lines].join("\r\n")}\r\n\r\n`;
const writing = (text: string | Buffer) => (socket: Socket) => void socket.write(text);
const whole = (body: string | Buffer, ...headers: string[]): HostileAnswer =>
  writing(
    Buffer.concat([Buffer.from(head(`Content-Length: ${body.length}`, ...headers)), Buffer.from(body)]),
  );

/** Writes the same again and again, as fast as it is taken. */
function forEver(first: string | Buffer, again: string | Buffer): HostileAnswer {
  return (socket) => {
    const write = () => {
      while (!socket.destroyed && socket.write(again));
    };
    socket.on("drain", write);
    socket.write(first);
    write();
  };
}

/** Writes a little every few milliseconds. */
function dripping(first: string, again: string): HostileAnswer {
  return (socket) => {
    socket.write(first);
    const timer = setInterval(() => (socket.destroyed ? clearInterval(timer) : socket.write(again)), 5);
    socket.on("close", () => clearInterval(timer));
  };
}

const megabyte = Buffer.alloc(1_000_000, "x");
const zeros = Buffer.alloc(100_000_000);
const chunk = (bytes: Buffer) =>
  Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from("\r\n")]);
const nested = (depth: number) => "[".repeat(depth) + "]".repeat(depth);

export const hostileAnswers: { readonly [name: string]: HostileAnswer } = {
  "no answer": () => {},
  "a connection that is closed at once": (socket) => socket.destroy(),
  "a connection that is reset": (socket) => socket.resetAndDestroy(),
  "a connection that is closed within the status line": (socket) => socket.end("HTTP/1.1 20"),
  "a connection that is closed within the headers": (socket) => socket.end("HTTP/1.1 200 OK\r\nContent-"),
  "a connection that is closed within the body": (socket) => socket.end(`${head("Content-Length: 100")}x`),
  "a connection that is closed within a chunk": (socket) =>
    socket.end(`${head("Transfer-Encoding: chunked")}ff\r\nx`),
  "a body without an end": forEver(head("Transfer-Encoding: chunked"), chunk(megabyte)),
  "a body without an end and without a length": forEver(head(), megabyte),
  "a body of the length that is told, which is 3 GB": forEver(head("Content-Length: 3000000000"), megabyte),
  "a body in chunks of a byte": forEver(
    head("Transfer-Encoding: chunked"),
    chunk(Buffer.from("x")).toString().repeat(10_000),
  ),
  "a body that drips": dripping(head("Content-Length: 1000000"), "x"),
  "chunks that drip": dripping(head("Transfer-Encoding: chunked"), "1\r\nx\r\n"),
  "headers without an end": forEver("HTTP/1.1 200 OK\r\n", "X-Header: x\r\n".repeat(100)),
  "a header without an end": forEver("HTTP/1.1 200 OK\r\nX-Header: ", megabyte),
  "headers that drip": dripping("HTTP/1.1 200 OK\r\n", "X: x\r\n"),
  "a status line without an end": forEver("HTTP/1.1 200 ", megabyte),
  "a status line that drips": dripping("HTTP/1.1 200 ", "x"),
  "a thousand headers": writing(
    head(...Array.from({ length: 1000 }, (_, i) => `X-${i}: x`), "Content-Length: 0"),
  ),
  "informational answers without an end": forEver("", "HTTP/1.1 100 Continue\r\n\r\n"),
  "informational answers with headers without an end": forEver(
    "",
    "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n",
  ),
  "trailers without an end": forEver(`${head("Transfer-Encoding: chunked")}0\r\n`, "X-Trailer: x\r\n"),
  "chunk extensions without an end": forEver(`${head("Transfer-Encoding: chunked")}1;`, "x".repeat(1000)),
  "a chunk of an odd length": writing(`${head("Transfer-Encoding: chunked")}-1\r\nx\r\n`),
  "a chunk that is larger than numbers": writing(
    `${head("Transfer-Encoding: chunked")}ffffffffffffffffff\r\nx`,
  ),
  "a length that is negative": writing(`${head("Content-Length: -5")}x`),
  "a length that is no number": writing(`${head("Content-Length: x")}x`),
  "two lengths": writing(`${head("Content-Length: 1", "Content-Length: 2")}xx`),
  "a length and chunks": writing(`${head("Content-Length: 5", "Transfer-Encoding: chunked")}0\r\n\r\n`),
  "no HTTP": writing("hello, this is no HTTP\r\n\r\n"),
  "an answer of another protocol": writing("SSH-2.0-OpenSSH_9.0\r\n"),
  "bytes that mean nothing": writing(Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 197) % 256))),
  "HTTP/2": writing("\0\0\x12\x04\0\0\0\0\0\0\x03\0\0\0d\0\x04\0\xa0\0\0\0\x02\0\0\0\0"),
  "a status that is none": writing("HTTP/1.1 999999 Odd\r\n\r\n"),
  "a status of 0": writing("HTTP/1.1 000 Odd\r\nContent-Length: 0\r\n\r\n"),
  "an upgrade to another protocol": writing(
    "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n",
  ),
  "a 204 with a body": writing("HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\nhello"),
  "a redirect to itself": writing("HTTP/1.1 302 Found\r\nLocation: /things\r\nContent-Length: 0\r\n\r\n"),
  "a redirect to ever new addresses": (socket) =>
    void socket.write(`HTTP/1.1 302 Found\r\nLocation: /${Math.random()}\r\nContent-Length: 0\r\n\r\n`),
  "a redirect to nowhere": writing(
    "HTTP/1.1 302 Found\r\nLocation: http://[::x]/\r\nContent-Length: 0\r\n\r\n",
  ),
  "a redirect to a file": writing(
    "HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\nContent-Length: 0\r\n\r\n",
  ),
  "a redirect to data": writing(
    "HTTP/1.1 302 Found\r\nLocation: data:text/plain,x\r\nContent-Length: 0\r\n\r\n",
  ),
  "a redirect to a port that no server uses": writing(
    "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n",
  ),
  "a redirect with a body without an end": forEver(
    "HTTP/1.1 302 Found\r\nLocation: /things\r\n\r\n",
    megabyte,
  ),
  "a redirect of 15 KB": writing(
    `HTTP/1.1 302 Found\r\nLocation: /${"x".repeat(15_000)}\r\nContent-Length: 0\r\n\r\n`,
  ),
  "gzip of 100 MB": whole(gzipSync(zeros), "Content-Encoding: gzip"),
  "deflate of 100 MB": whole(deflateSync(zeros), "Content-Encoding: deflate"),
  "br of 100 MB": whole(brotliCompressSync(zeros), "Content-Encoding: br"),
  "gzip of gzip of 100 MB": whole(gzipSync(gzipSync(zeros)), "Content-Encoding: gzip"),
  "gzip twice, as its header tells": whole(gzipSync(gzipSync(zeros)), "Content-Encoding: gzip, gzip"),
  "many gzip files in one": whole(
    Buffer.concat(Array.from({ length: 50 }, () => gzipSync(zeros.subarray(0, 2_000_000)))),
    "Content-Encoding: gzip",
  ),
  "gzip without an end": forEver(head("Content-Encoding: gzip"), gzipSync(zeros.subarray(0, 10_000_000))),
  "gzip that is none": whole("this is no gzip", "Content-Encoding: gzip"),
  "gzip that breaks off": whole(
    gzipSync(Buffer.from("x".repeat(10_000))).subarray(0, 20),
    "Content-Encoding: gzip",
  ),
  "br that is none": whole("this is no br", "Content-Encoding: br"),
  "a coding that is none": whole("x", "Content-Encoding: none-such"),
  "JSON of 5 MB in brackets": whole(nested(2_499_000), "Content-Type: application/json"),
  "JSON with 1,600,000 objects": whole(`[${"{},".repeat(1_600_000)}{}]`, "Content-Type: application/json"),
  "JSON with a million keys": whole(
    `[{${Array.from({ length: 300_000 }, (_, i) => `"k${i}":1`).join()}}]`,
    "Content-Type: application/json",
  ),
  "JSON with names that objects inherit": whole(
    '[{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"id":1}]',
  ),
  "JSON with huge numbers": whole(`[{"id":${"9".repeat(100_000)}}]`),
  "JSON that breaks off": whole(`[{"id":1,"a":"${"x".repeat(4_000_000)}`),
  "HTML of 4 MB": whole(`<html>${"<div>".repeat(800_000)}`, "Content-Type: text/html"),
  "text that is no UTF-8": whole(Buffer.alloc(1_000_000, 0xff)),
  "text of zeros": whole(Buffer.alloc(4_000_000)),
  "half of a pair of surrogates": whole('[{"id":"\\ud800"}]'),
  "a keep-alive that sends what nobody has asked for": (socket) =>
    void socket.write(`${head("Content-Length: 2", "Connection: keep-alive")}[]`.repeat(50)),
  "cookies without an end": writing(
    `${head(...Array.from({ length: 300 }, (_, i) => `Set-Cookie: a${i}=b; Path=/`), "Content-Length: 2")}[]`,
  ),
  "a content type of 10 KB": whole("[]", `Content-Type: ${"x".repeat(10_000)}`),
  "a content disposition that is none": whole("[]", 'Content-Disposition: attachment; filename="%"'),
};

/** Starts a server that answers each request so. */
export async function serve(answer: HostileAnswer): Promise<{ server: Server; port: number; close(): void }> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => {});
    // A connection may be used for several requests.
    socket.on("data", (request) => {
      if (request.toString("latin1").includes(" HTTP/1.1\r\n")) answer(socket);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  const close = () => {
    for (const socket of sockets) socket.destroy();
    server.close();
  };
  return { server, port, close };
}
