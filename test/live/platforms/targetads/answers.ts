import type { LiveAnswer } from '../../probe';
import { fieldsOf } from '../../words';

export const refusal = ({ json }: LiveAnswer) => fieldsOf(json);
