import { createOf } from '../object/create';
import { campaign } from '../object/kinds';

export const create = createOf(campaign, '{ "name": "New campaign", "package_id": 83 }');
