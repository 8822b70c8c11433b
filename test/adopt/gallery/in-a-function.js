// Helpdesk, in a function of its own.
(function (_, root) { // keeps its variables
    'use strict';

    var VERSION = "2.0", api;

    /** Asks the API. */
    function get(bundle, path) {
        return z.request({ url: api.base + path, headers: { 'X-V': VERSION } }).content;
    }

    api = {
        base: 'https://api.example.com', // no slash
        text: 'over \
            lines'
    };

    var Zap = {};

    /* The new thing. */
    Zap.new_thing_poll = function (bundle) {
        get(bundle, '/things');
        return [{ id: api.text }];
    };

    // creates
    Zap.create_thing_pre_write = function (bundle) {
        bundle.request.data = JSON.stringify(bundle.action_fields);
        return bundle.request;
    };

    root.Zap = Zap; // for everybody
}(_, this));
