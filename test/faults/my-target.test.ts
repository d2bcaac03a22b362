import { describeMatrix } from './describe-matrix';
import { myTargetUnderTest } from './platforms/my-target';

describeMatrix(myTargetUnderTest);
