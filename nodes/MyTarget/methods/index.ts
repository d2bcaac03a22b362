export { getObjects } from './getObjects';
export { searchAdGroups } from './searchAdGroups';
export { searchAdPlans } from './searchAdPlans';
export { searchBanners } from './searchBanners';
export { searchCampaigns } from './searchCampaigns';
