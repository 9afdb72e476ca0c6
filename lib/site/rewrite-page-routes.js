// CloudFront runs this for every request to the pages, and npm start does, too: an address that
// is a page's is answered with the one document that there is, which then looks at the address.
// Its runtime knows neither destructuring nor the spread of objects.
const PAGES = /^\/(?:(?:results|organizations)\/[a-z0-9-]+\/?|admin(?:\/[a-z0-9-]+)*\/?)?$/;

// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it by its name
function handler(event) {
  const request = event.request;
  if (PAGES.test(request.uri)) request.uri = '/index.html';
  return request;
}
