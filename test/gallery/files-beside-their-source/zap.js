// Example 1.2.3
// Made from TypeScript by zapc 0.1.0; sources 346ecc729c10a94e, file 0b1c2d3e4f5a6b7c.
