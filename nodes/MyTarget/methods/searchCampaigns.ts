import { campaign } from '../object/kinds';
import { searchOf } from './search-objects';

export const searchCampaigns = searchOf(campaign);
