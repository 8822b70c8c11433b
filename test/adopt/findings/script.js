var API_TOKEN = 'sk_live_51H8abcdefghijklmnop';
var octal = 010 + '\101'.length;
function repeated(a, a) { return a; }
function renamed(eval) { var static = eval; return static; }
function deleted(a) { return delete a; }
function set() { arguments = []; return arguments; }
function branch(x) { if (x) function inner() { return 1; } return inner; }
function labelled() { there: function inner() { return 1; } return inner(); }
function loop(o) { for (var key = 0 in o) {} return key; }
function old() { return 1; } <!-- a comment
function callee() { return arguments.callee.length; }
function caller() { return caller.caller; }
function tied(a) { a = 1; return arguments[0]; }
function tiedToo(a) { arguments[0] = 1; return a; }
function plain() { return this.name; }
String.prototype.kind = function () { return typeof this; };
function block() { { function inner() { return 1; } } return inner(); }
var named = function self() { self = 1; return self; };
function readOnly() { undefined = 1; }
function primitive() { 'text'.size = 1; }
function evaluated(text) { return eval(text); }
function around(o) { with (o) { return name; } }
plain();

var Zap = {
  new_ticket_post_poll: function (bundle) {
    total = total + 1;
    for (i = 0; i < 3; i++) {}
    return [bundle, _.template('<%= title %>')({ title: octal })];
  },
  new_ticket_pre_poll: function (bundle) { return bundle.request; },
  new_tiket_pre_pol: function (bundle) { return bundle.request; },
  create_ticket_post_write: function (bundle) { bundle.response.status_code = 200; return bundle.response; },
  create_ticket_pre_write: function (bundle) {
    bundle.request.headers.Authorization = 'Basic dXNlcjpwYXNzd29yZC0xMjM=';
    return bundle.request;
  }
};
