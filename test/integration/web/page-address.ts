// Imported before mocha's browser build, which reads the query of the page's address; a web worker has none of a page.
const scope = globalThis as { location?: { readonly search: string } };
scope.location ??= { search: "" };
