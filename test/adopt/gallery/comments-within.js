var API = 'https://api.example.com';
var /* the */ Zap /* object */ = /* is */ { /* open */ // really
  /* a */ kind_pre_poll /* b */ : /* c */ function /* d */ k /* e */ ( /* f */ bundle /* g */ ) /* h */ { /* i */
    return /* j */ { url: API } /* k */ ; /* l */
  } /* m */ , /* n */
  // o
  kind_post_poll: function (bundle) { // p
    // q
  }, // r
  /** s */ /** t */

  /* u */ count /* v */ : /* w */ 3 /* x */ , // y
  kind_catch_hook: function (bundle) { return []; } // z1
  // z2
  , // z3
  /* z4 */
} /* z5 */ ; /* z6 */
// z7
