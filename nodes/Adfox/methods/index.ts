export { adfoxApiTest } from './adfoxApiTest';
export { objectSearches } from './object-searches';
export { searchReports } from './searchReports';
