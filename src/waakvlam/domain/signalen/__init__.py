"""What a valid signaal is: the rules by which a levering is read and checked."""
