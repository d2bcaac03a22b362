import { describeMatrix } from './describe-matrix';
import { adfoxUnderTest } from './platforms/adfox';

describeMatrix(adfoxUnderTest);
