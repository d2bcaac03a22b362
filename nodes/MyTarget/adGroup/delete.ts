import { deleteOf } from '../object/delete';
import { adGroup } from '../object/kinds';

export const remove = deleteOf(adGroup);
