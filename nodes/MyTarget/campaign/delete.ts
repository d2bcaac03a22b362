import { deleteOf } from '../object/delete';
import { campaign } from '../object/kinds';

export const remove = deleteOf(campaign);
