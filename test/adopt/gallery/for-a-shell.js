#!/usr/bin/env node
var Zap = { new_one_post_poll: function (bundle) { "use strict"
  return [{ id: 1 }]; } } // the only one
