import { createOf } from '../object/create';
import { adPlan } from '../object/kinds';

export const create = createOf(adPlan, '{ "name": "New campaign", "objective": "traffic", "ad_groups": [] }');
