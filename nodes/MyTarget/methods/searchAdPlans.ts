import { adPlan } from '../object/kinds';
import { searchOf } from './search-objects';

export const searchAdPlans = searchOf(adPlan);
