/*
 * The globals of an integration's sources besides ES5: the platform's, and nothing of a browser or of Node.js. A global or
 * a function that the platform has on one of its two runtimes only is a type error here.
 *
 * Source: docs/platform.md, "Two runtimes", "`z`" and "Exceptions". The libraries are typed as far as both of
 * their versions agree, which test/model/globals checks on the libraries themselves.
 */
/// <reference path="./globals/async.d.ts" />
/// <reference path="./globals/async-queue.d.ts" />
/// <reference path="./globals/console.d.ts" />
/// <reference path="./globals/crypto.d.ts" />
/// <reference path="./globals/exceptions.d.ts" />
/// <reference path="./globals/jquery.d.ts" />
/// <reference path="./globals/jquery-selection.d.ts" />
/// <reference path="./globals/moment.d.ts" />
/// <reference path="./globals/moment-object.d.ts" />
/// <reference path="./globals/require.d.ts" />
/// <reference path="./globals/require-modules.d.ts" />
/// <reference path="./globals/timers.d.ts" />
/// <reference path="./globals/underscore-arrays.d.ts" />
/// <reference path="./globals/underscore-chain.d.ts" />
/// <reference path="./globals/underscore-collections.d.ts" />
/// <reference path="./globals/underscore-functions.d.ts" />
/// <reference path="./globals/underscore-objects.d.ts" />
/// <reference path="./globals/underscore-wrapped.d.ts" />
/// <reference path="./globals/xml.d.ts" />
/// <reference path="./globals/z.d.ts" />
/// <reference path="./globals/z-dehydrate.d.ts" />
/// <reference path="./globals/z-request.d.ts" />
