class A { #𝒵 = 7; #é = 1; constructor() { this._é = 5; this._𝒵 = 6; } #𠮷() { return this.#𝒵; } static #m𝒴 = 2; z() { return [this.#𠮷(), this.#é, A.#m𝒴]; } }
class B { #ü = 1; b() { return this.#ü; } }
class C extends B { #ü = 2; c() { return this.#ü + this.b(); } }
let 𝒳 = 1;
label𝒴: for (;;) { for (const 𝒾 of [1, 2]) { 𝒳 += (() => 𝒾)(); if (𝒳 > 4) break label𝒴; continue label𝒴; } }
const o = { 𝒳, 𝓂() { return this.𝒳; } };
export function feature() {
  return [new A().z(), new C().c(), 𝒳, o.𝓂(), Object.keys(o)];
}
