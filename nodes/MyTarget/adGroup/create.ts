import { createOf } from '../object/create';
import { adGroup } from '../object/kinds';

export const create = createOf(adGroup, '{ "name": "New group", "ad_plan_id": 1234567, "package_id": 3127 }');
