#!/usr/bin/env node
"use strict";
let Zap = {};
Zap.ab_pre_poll = (bundle) => { bundle.request.url += '?x'; return bundle.request; };
Zap.ab_post_poll = function named(bundle) { return named.length ? [{ id: 1 }] : []; };
const { sep = '-' } = {};
Zap.cd_pre_write = function ({ request, action_fields: { title } }) { request.data = title + sep; return request; };
