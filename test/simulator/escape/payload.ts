/**
 * Attempts of code that has left a script's realm: each line runs in the script's thread, outside of all realms. It throws, or
 * gives `denied`.
 */
export const payloads: { readonly [name: string]: string } = {
  "reads a file": "fs.readFileSync('/etc/passwd')",
  "reads a file of the project": "fs.readFileSync(PROJECT)",
  "reads a file asynchronously": "fs.promises.readFile('/etc/passwd')",
  "opens a file": "fs.openSync('/etc/passwd')",
  "lists a folder": "fs.readdirSync('/')",
  "lists the folder above its own": "fs.readdirSync(path.dirname(path.dirname(process.cwd())))",
  "looks whether a file is there": "if (!fs.existsSync('/etc/passwd')) throw new Error('denied')",
  "asks for a file's state": "fs.statSync('/etc/passwd')",
  "reads by way of its own folder":
    "fs.readFileSync(process.cwd() + '/../../../../../../../../../../etc/passwd')",
  "reads its environment from the system": "fs.readFileSync('/proc/self/environ')",
  "requires a file": "require(PROJECT)",
  "imports a file": "import(PROJECT)",
  "imports a text of its own with a module of Node.js":
    'import(\'data:text/javascript,import fs from "fs"; fs.readFileSync("/etc/passwd")\')',
  "writes a file": "fs.writeFileSync(TEMPORARY + '/written', 'x')",
  "writes into its own folder": "fs.writeFileSync(process.cwd() + '/written', 'x')",
  "changes its own code": "fs.appendFileSync(process.cwd() + '/worker.cjs', 'x')",
  "makes a folder": "fs.mkdirSync(TEMPORARY + '/made')",
  "removes a file": "fs.rmSync(process.cwd() + '/worker.cjs')",
  "makes a link": "fs.symlinkSync('/etc/passwd', process.cwd() + '/link')",
  "copies a file": "fs.cpSync(process.cwd() + '/worker.cjs', TEMPORARY + '/copy')",
  "finds a variable of the environment":
    "if (Object.keys(process.env).length === 0) throw new Error('denied')",
  "finds a variable of the environment in a report":
    "var names = Object.keys(process.report.getReport().environmentVariables || {}); if (names.every(function (name) { return name === 'TZ'; })) throw new Error('denied')",
  "starts a process": "require('child_process').execSync('true')",
  "starts a program":
    "require('child_process').spawnSync(process.execPath, ['-v']).error && (function () { throw new Error('denied'); })()",
  "forks itself": "require('child_process').fork(process.cwd() + '/worker.cjs')",
  "starts a cluster": "require('cluster').fork()",
  "starts a thread": "new (require('worker_threads').Worker)('1', { eval: true })",
  "starts a thread with rights of its own":
    "new (require('worker_threads').Worker)('1', { eval: true, execArgv: [], env: {} })",
  "registers a loader": "require('module').register('data:text/javascript,1')",
  "loads an addon": "process.dlopen({ exports: {} }, TEMPORARY + '/addon.node')",
  "uses the internals of Node.js": "process.binding('fs')",
  "uses the linked internals": "process._linkedBinding('fs')",
  "opens the inspector": "require('inspector').open(0)",
  "inspects the main thread": "new (require('inspector').Session)().connectToMainThread()",
  "gives WebAssembly the file system":
    "new (require('wasi').WASI)({ version: 'preview1', preopens: { '/': '/' } })",
  "writes a report": "process.report.writeReport()",
  "writes a snapshot of its memory": "require('v8').writeHeapSnapshot()",
  "ends its parent": "process.kill(process.ppid, 0)",
  "ends all processes": "process._kill(-1, 0)",
  "sets V8's flags": "require('v8').setFlagsFromString('--allow-natives-syntax')",
  "goes to another folder": "process.chdir('/')",
  "makes code of text": "Function('return 1')()",
  "makes code of text by way of eval": "(0, eval)('1')",
  "changes a built-in object": "(function () { 'use strict'; Array.prototype.map = 1; })()",
  "adds to a built-in object": "(function () { 'use strict'; Object.prototype.added = 1; })()",
  "replaces a built-in function": "(function () { 'use strict'; Function.prototype.call = 1; })()",
};
