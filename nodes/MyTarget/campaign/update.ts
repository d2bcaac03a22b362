import { campaign } from '../object/kinds';
import { updateOf } from '../object/update';

export const update = updateOf(campaign);
