export { getCampaigns } from './getCampaigns';
export { getTargetEvents } from './getTargetEvents';
export { targetAdsApiTest } from './targetAdsApiTest';
