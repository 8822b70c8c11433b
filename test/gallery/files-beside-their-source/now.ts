const now = 1;
console.log(now);
