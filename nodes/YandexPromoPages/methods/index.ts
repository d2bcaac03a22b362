export { getCampaigns } from './getCampaigns';
export { getPublishers } from './getPublishers';
export { searchPublishers } from './searchPublishers';
export { yandexPromoPagesApiTest } from './yandexPromoPagesApiTest';
