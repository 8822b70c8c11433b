import { tryTheEndOfTheStack } from "../simulator/escape/end-of-stack.ts";

tryTheEndOfTheStack({
  lists: [
    "[]",
    "[{}]",
    "['md5', {}]",
    "['x', 'hex', 1]",
    "[new Error('x'), [1]]",
    "[function () {}, function () {}]",
  ],
  paddings: [0, 2, 4, 7],
});
