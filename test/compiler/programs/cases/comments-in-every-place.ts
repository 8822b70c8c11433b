// @ts-nocheck
const s1 = "\u2028", s2 = '\'"`', re = /[/\]]+/g, re2 = /a\/b/;
/* lead */ export /* a */ function /* b */ feature( /* c */ ): /* d */ unknown /* e */ { // f
  /* g */ const /* h */ x /* i */ : /* j */ number /* k */ = /* l */ 1 /* m */; // n
  // o
  if /* p */ ( /* q */ x /* r */ ) /* s */ { /* t */ } /* u */ else /* v */ { // w
    return; // y
  } // z
  for ( /* 1 */ let /* 2 */ i /* 3 */ = 0; /* 4 */ i < 2 /* 5 */ ; /* 6 */ i++ /* 7 */ ) /* 8 */ { /* 9 */ ; }
  const f = /* a1 */ ( /* a2 */ a: number /* a3 */ , /* a4 */ b = /* a5 */ 2 /* a6 */ ) /* a7 */ => /* a8 */ a /* a9 */ + /* a10 */ b;
  const o = { /* o1 */ a: /* o2 */ 1, /* o3 */ /* o4 */ ...( /* o5 */ {} ), // o6
    // o7
    m( /* o8 */ ) { /* o9 */ return 1; }, /* o10 */ get /* o11 */ g() { return 2; }, // o12
    // o13
  };
  class C /* c1 */ { /* c2 */ a /* c3 */ = /* c4 */ 1; // c5
    // c6
    static /* c7 */ s = 2; /* c8 */ constructor( /* c9 */ private /* c10 */ readonly /* c11 */ p /* c12 */ = 3) { /* c13 */ } // c14
    m() {} // c15
    // c16
  }
  switch ( /* s1 */ x) { // s2
    // s3
    case /* s4 */ 1: // s5
      // s6
      break; // s7
    // s8
    default: // s9
  }
  const t = `a${ /* t1 */ x /* t2 */ }b`; const u = x /* u1 */ ? /* u2 */ 1 /* u3 */ : /* u4 */ 2; const v = [ /* v1 */ ]; const w = o /* w1 */ ?. /* w2 */ a /* w3 */ ?? /* w4 */ 3;
  try { /* try */ } catch /* catch */ { /* caught */ } finally { /* fin */ }
  do { /* do */ } while ( /* wh */ false); /* aft */ label: /* lab */ for (;;) { break /* br */ label; }
  const { /* d1 */ a: /* d2 */ a1 = /* d3 */ 4 /* d4 */ , /* d5 */ ...rest /* d6 */ } = o; const [ /* e1 */ e1, /* e2 */ , /* e3 */ e3 ] = [1, 2, 3];
  enum E { /* en1 */ A /* en2 */ , // en3
    // en4
    B = /* en5 */ 5 /* en6 */ , /* en7 */ }
  return [ /* r1 */ x, f(1), o.g, new C().p, C.s, t, u, v, w, a1, rest.m(), e1, e3, E.B, s1, s2, re.test("]"), re2.test("a/b") /* r2 */ ]; // r3
  // end
}
// after
